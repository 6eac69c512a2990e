// Lets httpyac check what the comments of an .http file promise: "# @expect 200 some text" is a status, and a text that
// the answer's body contains. A request without the comment fails.

const expectation = /^(\d{3})(?: (.+))?$/

module.exports = {
  configureHooks(api) {
    api.hooks.parseMetaData.addHook("expect", (name, value, context) => {
      if (name !== "expect") return false
      context.httpRegion.metaData.expect = value
      return true
    })
    api.hooks.onResponse.addHook("expect", (response, context) => {
      const [, status, text = ""] = expectation.exec(context.httpRegion.metaData.expect ?? "") ?? []
      const body = String(response.body ?? "")
      const met = response.statusCode === Number(status) && body.includes(text)
      const results = (context.httpRegion.testResults ??= [])
      results.push({
        message: `expected ${status ?? "an @expect comment"} ${text}, was ${response.statusCode} ${met ? "" : body}`,
        status: met ? "SUCCESS" : "FAILED",
      })
    })
  },
}
