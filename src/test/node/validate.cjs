// Reads a data package with the reference implementation of its specification, and says every error in a line:
// node validate.cjs FOLDER/datapackage.json
const { Package } = require('datapackage')

async function main(file) {
  const dataPackage = await Package.load(file, { strict: false })
  const errors = dataPackage.errors.map(error => `descriptor: ${error.message}`)
  if (dataPackage.descriptor.profile !== 'tabular-data-package') errors.push('descriptor: it is no tabular data package')
  let rows = 0
  for (const resource of dataPackage.resources) {
    if (!resource.tabular) errors.push(`${resource.name}: it is no table`)
    try {
      rows += (await resource.read({ relations: true })).length
    } catch (error) {
      const all = error.multiple ? error.errors : [error]
      all.slice(0, 5).forEach(one => errors.push(`${resource.name}: ${one.message}`))
    }
  }
  errors.forEach(error => console.error(error))
  console.log(`${dataPackage.resources.length} tables, ${rows} rows`)
  process.exitCode = errors.length ? 1 : 0
}

main(process.argv[2]).catch(error => {
  console.error(String(error))
  process.exitCode = 2
})
