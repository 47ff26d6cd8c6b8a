@echo off
rem Starts Fourfold: without arguments the window, with arguments a command.
setlocal
for %%d in ("%~dp0..") do set "FOURFOLD=%%~fd"
set JDK_JAVA_OPTIONS=
set JAVA_TOOL_OPTIONS=
set _JAVA_OPTIONS=
set CLASSPATH=
"%FOURFOLD%\runtime\bin\java.exe" "@%FOURFOLD%\lib\fourfold.args" "-XX:AOTCache=%FOURFOLD%\lib\fourfold.aot" -cp "%FOURFOLD%\lib\fourfold.jar" fourfold.app.Main %*
exit /b %ERRORLEVEL%
