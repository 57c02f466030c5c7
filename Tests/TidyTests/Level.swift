/// The levels of targets: a target imports only lower ones.
enum Level {
    /// Bindings of the system's libraries and C helpers, which import nothing of ours.
    static let bindings: Set<String> = [
        "CCrypto", "CCurl", "CFFI", "CSQLite", "CZlib", "CNewelPlugin", "CNewelSpawn", "CPluginTemplates",
        "CConsoleAssets",
    ]

    /// Every target of Sources with its level.
    static let levels: [String: Int] = [
        "ResourceNames": 0, "JSONTree": 0, "Digests": 0,
        "JSONPathLanguage": 1, "JSONataLanguage": 1, "Platform": 1, "AWSWire": 1, "ContentPatterns": 1,
        "AccessPolicies": 1,
        "ExecutionHistory": 1,
        "HandlerContract": 1, "OutboundHTTP": 1, "ServerlessTransform": 1,
        "TemplateLanguage": 1,
        "LambdaRuntimeAPI": 1, "NativeFunctions": 1, "NewelPluginKit": 1, "PluginRuntime": 1,
        "LambdaBootstrap": 2, "StatesLanguage": 2, "StorageContract": 2, "PluginHost": 2, "Gateway": 2,
        "StatesInterpreter": 3, "SQLiteStore": 3,
        "ExecutionEngine": 4,
        "StepFunctionsService": 5, "LambdaService": 5, "SQSService": 5, "SNSService": 5, "STSService": 5,
        "IAMService": 5,
        "S3Service": 5, "LogsService": 5, "KMSService": 5, "SSMService": 5, "EventsService": 5,
        "WebConsole": 5,
        "CloudFormationService": 5,
        "ServerAssembly": 6,
        "Commands": 7,
        "newel": 8, "newel-lambda-bootstrap": 8, "newel-worker": 8,
    ]

    /// What plugins may import of Sources; anything else would tie them to the host.
    static let forPlugins: Set<String> = [
        "NewelPluginKit", "JSONTree", "Digests", "CNewelPlugin", "OutboundHTTP", "ResourceNames",
    ]

    /// Imports of the same level that are as they should be.
    static let allowed: Set<[String]> = [
        // What a request is dispatched to is what a handler may call: one description of a refusal and a prepared effect for both.
        ["AWSWire", "HandlerContract"],
        // It says in a worker's frames what a runtime says over HTTP.
        ["LambdaRuntimeAPI", "PluginRuntime"],
        // Who asks is the same in a request and in a policy.
        ["AWSWire", "AccessPolicies"],
        // A block of addresses means the same in a policy and in an event's pattern.
        ["AccessPolicies", "ContentPatterns"],
        // Threads are the system's.
        ["OutboundHTTP", "Platform"],
    ]

    /// The level of a module; `nil` for one that is not ours.
    static func of(_ module: String) -> Int? { bindings.contains(module) ? -1 : levels[module] }
}
