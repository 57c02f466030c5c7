import Testing

/// Real clients against the real executable: each script says in its first line what it proves.
@Suite(.serialized, .enabled(if: Script.canRun, Script.advice))
struct ScriptTests {
    @Test(arguments: [
        "actions",
        "activities",
        "api",
        "auth",
        "bootstraps",
        "builds",
        "cli",
        "concurrency",
        "dev",
        "dropin",
        "encryption",
        "encryption_lost",
        "event_buses",
        "events",
        "execution_logs",
        "function_versions",
        "hostile",
        "http_tasks",
        "iam",
        "install",
        "lambda_target",
        "logs",
        "machines",
        "map_objects",
        "map_redrive",
        "maps",
        "native",
        "nested",
        "newcomer",
        "objects",
        "objects_crash",
        "packages",
        "parameters",
        "plugin_invoke",
        "plugin_new",
        "plugins_replace",
        "protocols",
        "python_functions",
        "queues",
        "recover",
        "reload",
        "sample",
        "samples",
        "signals",
        "signatures",
        "task_builds",
        "terraform",
        "teststate",
        "traces",
        "tutorial",
        "versions",
        "virtual_time",
    ])
    func scriptHolds(name: String) {
        let ending = Script(name: name).run()
        #expect(ending.isGood, "\(ending.report)")
    }
}
