/// What breaks a rule today and may, and why.
enum Exceptions {
    /// Bare `Task`s outside ServerAssembly.
    static let bareTasks: [String: String] = [
        "Sources/NewelPluginKit/Invocation+Cancel.swift":
            "the ABI calls it from a thread of C: there is no task above it",
        "Sources/PluginHost/APIBridge.swift": "the ABI calls it from a thread of C: there is no task above it",
    ]
    /// Pauses outside their one place.
    static let pauses: [String: String] = [
        "Sources/Commands/Demo.swift": "polls a history for the person who watches",
        "Sources/Commands/StackDeployment.swift": "polls events for the person who watches",
        "Sources/Commands/PluginLogs.swift": "polls a log for the person who watches",
    ]
    /// Chance outside its one place.
    static let chance: [String: String] = [
        "Sources/AWSWire/FrontDoor/RequestID.swift": "a request's id, which nothing depends on",
        "Sources/PluginHost/Packages/ContentStore.swift": "the name of a temporary file, which nothing depends on",
        "Sources/PluginRuntime/Calls/CallTable.swift":
            "handles that a handler cannot guess; the worker knows no engine",
        "Sources/SNSService/SNSService.swift": "the default when nobody gives it chance",
        "Sources/SQSService/SQSService.swift": "the default when nobody gives it chance",
    ]
    /// Types beside the one their file is named after, families of events aside. The number may only fall.
    static let guestTypesMax = 100
    /// Members without a document, mostly properties whose names say all. The number may only fall.
    static let undocumentedMax = 470
}
