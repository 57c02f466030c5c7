import Testing

/// Plugins that are replaced a thousand times in each way under load, and hostile ones that are looked at for long. In a test run `ScriptTests` do a little of it.
@Suite(.serialized, .enabled(if: Script.canRun, Script.advice), .enabled(if: Script.isSoak))
struct PluginSoakTests {
    @Test(arguments: ["reload", "neighbours"])
    func holds(_ name: String) {
        let ending = Script(name: name, limit: .seconds(14_400), settings: ["NEWEL_SOAK": "1"]).run()
        #expect(ending.isGood, "\(ending.report)")
        print(ending.report)
    }
}
