import Testing

/// Real clients against the real executable: each script says in its first line what it proves.
@Suite(.serialized, .enabled(if: Script.canRun, Script.advice))
struct ScriptTests {
    @Test(arguments: [
        "sample", "cli", "actions", "api", "versions", "activities", "machines", "plugins_replace", "dropin", "hostile",
        "events", "recover", "signals", "virtual_time", "nested", "objects", "objects_crash", "logs", "execution_logs",
        "maps", "encryption", "map_objects", "map_redrive", "teststate", "plugin_new", "packages", "reload",
        "signatures",
        "http_tasks", "event_buses",
    ])
    func scriptHolds(name: String) {
        let ending = Script(name: name).run()
        #expect(ending.isGood, "\(ending.report)")
    }
}
