// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order of their levels; a target imports only lower levels.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
]
var targets: [Target] = []
var products: [Product] = [.library(name: "NewelPluginKit", targets: ["NewelPluginKit"])]

@MainActor func target(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = [],
    resources: [Resource] = []
) {
    targets.append(
        .target(
            name: name, dependencies: dependencies, path: path, exclude: exclude, resources: resources,
            swiftSettings: settings))
}

@MainActor func cTarget(_ name: String, exclude: [String] = []) {
    targets.append(.target(name: name, exclude: exclude))
}

@MainActor func system(_ name: String, pkgConfig: String? = nil) {
    targets.append(.systemLibrary(name: name, pkgConfig: pkgConfig))
}

@MainActor func executable(_ name: String, _ dependencies: [Target.Dependency], linker: [LinkerSetting] = []) {
    targets.append(
        .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: linker))
}

@MainActor func test(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) {
    targets.append(
        .testTarget(
            name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings))
}

/// A plugin as a shared library: `lib<name>.so` beside the executable.
@MainActor func plugin(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) {
    target(name, dependencies, path: path ?? "Plugins/\(name)")
    products.append(.library(name: name, type: .dynamic, targets: [name]))
}

// Level 0
target("ResourceNames")
test("ResourceNamesTests", ["ResourceNames"])
target("JSONTree")
test("JSONTreeTests", ["JSONTree"])
system("CCrypto")
system("CSQLite", pkgConfig: "sqlite3")
target("Digests", ["CCrypto"])
test("DigestsTests", ["Digests"])
system("CZlib")
system("CCurl")
system("CFFI", pkgConfig: "libffi")
cTarget("CNewelPlugin")
cTarget("CNewelSpawn")
cTarget("CPluginTemplates", exclude: ["templates"])
cTarget("CConsoleAssets", exclude: ["asset.inc", "assets"])

// Level 1
target("Platform", ["ResourceNames"])
target("JSONPathLanguage", ["Digests", "JSONTree", "ResourceNames"])
test("JSONPathLanguageTests", ["JSONPathLanguage", "JSONTree", "ResourceNames"])
target("JSONataLanguage", ["Digests", "JSONTree", "ResourceNames"])
test("JSONataLanguageTests", ["JSONataLanguage", "JSONTree", "ResourceNames"])
target("HandlerContract", ["JSONTree", "ResourceNames"])
test("HandlerContractTests", ["HandlerContract", "JSONTree"])
target("ContentPatterns", ["JSONTree"])
test("ContentPatternsTests", ["ContentPatterns", "JSONTree"])
target("AccessPolicies", ["ContentPatterns", "JSONTree", "ResourceNames"])
test("AccessPoliciesTests", ["AccessPolicies", "JSONTree"])
target("AWSWire", ["AccessPolicies", "CZlib", "Digests", "HandlerContract", "JSONTree", "ResourceNames"])
test("AWSWireTests", ["AWSWire", "HandlerContract", "JSONTree", "ResourceNames"])
target("NewelPluginKit", ["CNewelPlugin", "JSONTree"])
test("NewelPluginKitTests", ["JSONTree", "NewelPluginKit"])
target("PluginRuntime", ["CNewelPlugin"])
target("NativeFunctions", ["CFFI", "CNewelPlugin", "JSONTree"])
test("NativeFunctionsTests", ["Digests", "JSONPathLanguage", "JSONTree", "NativeFunctions"], exclude: ["functions.c"])
target(
    "LambdaRuntimeAPI",
    [
        "CNewelPlugin", "Digests", "JSONTree", "PluginRuntime", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
    ])
test("LambdaRuntimeAPITests", ["LambdaRuntimeAPI", "PluginRuntime"])
target("OutboundHTTP", ["CCurl", "Digests", "JSONTree", "Platform", "ResourceNames"])
test("OutboundHTTPTests", ["JSONTree", "OutboundHTTP"])
target("ServerlessTransform", ["Digests", "JSONTree", "ResourceNames"])
test("ServerlessTransformTests", ["JSONTree", "ResourceNames", "ServerlessTransform"])
target("ExecutionHistory", ["CZlib", "JSONTree", "ResourceNames"])
test("ExecutionHistoryTests", ["ExecutionHistory", "JSONTree", "ResourceNames"])

target(
    "TemplateLanguage", ["Digests", "JSONTree", "ResourceNames", .product(name: "Yams", package: "Yams")])
test("TemplateLanguageTests", ["JSONTree", "ResourceNames", "TemplateLanguage"])

// Level 2
target("StorageContract", ["Digests", "HandlerContract", "JSONTree", "ResourceNames"])
target(
    "PluginHost",
    [
        "CNewelPlugin", "CNewelSpawn", "CZlib", "Digests", "HandlerContract", "JSONTree", "LambdaRuntimeAPI",
        "NativeFunctions", "Platform", "PluginRuntime", "ResourceNames",
        .product(name: "DequeModule", package: "swift-collections"),
    ])
test("PluginHostTests", ["Digests", "JSONTree", "PluginHost", "PluginRuntime", "ResourceNames", "TestSupport"])
target("LambdaBootstrap", ["CNewelPlugin", "CNewelSpawn", "JSONTree", "PluginRuntime", "ResourceNames"])
test("LambdaBootstrapTests", ["LambdaBootstrap"])
target("StatesLanguage", ["JSONPathLanguage", "JSONTree", "JSONataLanguage", "ResourceNames"])
test("StatesLanguageTests", ["JSONPathLanguage", "JSONTree", "ResourceNames", "StatesLanguage"])
target(
    "Gateway",
    [
        "AWSWire", "JSONTree", "Platform", "ResourceNames", .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    ])
test(
    "GatewayTests",
    [
        "Gateway", "AWSWire", "HandlerContract", "JSONTree", "ResourceNames",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    ])
// Apart from GatewayTests, whose raw sockets do not agree with NIO's view of the system headers.
test(
    "GatewayPipelineTests",
    [
        "AWSWire", "Gateway", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
    ])

// Plugins: they import level 1 and lower
for name in ["CheckStockPrice", "GenerateBuySellRecommendation", "BuyStock", "SellStock", "ApproveSqs"] {
    plugin(name, ["NewelPluginKit", "JSONTree"])
}
target("IntegrationReply", ["JSONTree", "NewelPluginKit", "ResourceNames"], path: "Plugins/IntegrationReply")
for name in ["SQS", "SNS", "Events"] {
    target(
        "\(name)Integration", ["IntegrationReply", "JSONTree", "NewelPluginKit", "ResourceNames"],
        path: "Plugins/\(name)/Integration")
    plugin(name, [.target(name: "\(name)Integration"), "NewelPluginKit"], path: "Plugins/\(name)/Entry")
}
target(
    "LambdaInvokeIntegration", ["Digests", "IntegrationReply", "JSONTree", "NewelPluginKit"],
    path: "Plugins/LambdaInvoke/Integration")
target(
    "StepFunctionsIntegration", ["IntegrationReply", "JSONTree", "NewelPluginKit", "ResourceNames"],
    path: "Plugins/StepFunctions/Integration")
target(
    "AWSSDKIntegration", ["JSONTree", "NewelPluginKit", "ResourceNames"], path: "Plugins/AWSSDK/Integration")
target(
    "HTTPInvokeIntegration",
    ["Digests", "IntegrationReply", "JSONTree", "NewelPluginKit", "OutboundHTTP", "ResourceNames"],
    path: "Plugins/HTTPInvoke/Integration")
target(
    "DynamoDBIntegration", ["IntegrationReply", "JSONTree", "NewelPluginKit"], path: "Plugins/DynamoDB/Integration")
test(
    "IntegrationReplyTests",
    [
        "AWSSDKIntegration", "DynamoDBIntegration", "EventsIntegration", "HTTPInvokeIntegration", "IntegrationReply",
        "JSONTree",
        "NewelPluginKit", "OutboundHTTP",
        "SNSIntegration", "SQSIntegration",
    ])

// Level 3
target(
    "StatesInterpreter",
    ["ExecutionHistory", "JSONPathLanguage", "JSONTree", "JSONataLanguage", "ResourceNames", "StatesLanguage"])
test(
    "StatesInterpreterTests",
    [
        "Digests", "ExecutionHistory", "JSONTree", "ResourceNames", "StatesInterpreter", "StatesLanguage",
        "TestSupport",
    ],
    resources: [.copy("RecordedLogs")])
target("SQLiteStore", ["CSQLite", "Platform", "ResourceNames", "StorageContract"])
test("StorageContractTests", ["ResourceNames", "SQLiteStore", "StorageContract", "TestSupport"])
test("SQLiteStoreTests", ["CSQLite", "ResourceNames", "SQLiteStore", "StorageContract", "TestSupport"])

// Level 4
target(
    "ExecutionEngine",
    [
        "Digests", "ExecutionHistory", "HandlerContract", "JSONTree", "Platform", "ResourceNames", "StatesInterpreter",
        "StatesLanguage", "StorageContract",
        .product(name: "DequeModule", package: "swift-collections"), .product(name: "Logging", package: "swift-log"),
    ])

target(
    "TestSupport",
    [
        "Digests", "ExecutionEngine", "ExecutionHistory", "HandlerContract", "JSONTree", "Platform", "ResourceNames",
        "SQLiteStore", "StatesInterpreter",
        "StatesLanguage", "StorageContract",
    ], path: "Tests/TestSupport")
test(
    "ExecutionEngineTests",
    [
        "ExecutionEngine", "ExecutionHistory", "HandlerContract", "JSONTree", "ResourceNames", "SQLiteStore",
        "StatesInterpreter", "StorageContract", "TestSupport",
    ])

// Level 5
target(
    "StepFunctionsService",
    [
        "AWSWire", "Digests", "ExecutionEngine", "ExecutionHistory", "JSONTree", "OutboundHTTP", "ResourceNames",
        "StatesInterpreter",
        "StatesLanguage", "StorageContract", .product(name: "Logging", package: "swift-log"),
    ])
test(
    "StepFunctionsServiceTests",
    [
        "AWSWire", "ExecutionEngine", "JSONTree", "ResourceNames", "StepFunctionsService", "StorageContract",
        "TestSupport",
    ])
target(
    "LambdaService",
    [
        "AWSWire", "AccessPolicies", "ContentPatterns", "Digests", "ExecutionEngine", "HandlerContract", "JSONTree",
        "PluginHost", "PluginRuntime", "ResourceNames", "StorageContract",
        .product(name: "Logging", package: "swift-log"),
    ])
test(
    "LambdaServiceTests",
    [
        "AWSWire", "ExecutionEngine", "HandlerContract", "JSONTree", "LambdaService", "ResourceNames", "SQLiteStore",
        "StorageContract", "TestSupport", .product(name: "Logging", package: "swift-log"),
    ])
target("STSService", ["AWSWire", "AccessPolicies", "Digests", "JSONTree", "ResourceNames"])
target("IAMService", ["AWSWire", "AccessPolicies", "Digests", "JSONTree", "ResourceNames", "StorageContract"])
test(
    "IAMServiceTests",
    [
        "AWSWire", "AccessPolicies", "IAMService", "JSONTree", "ResourceNames", "SQLiteStore", "StorageContract",
        "TestSupport",
    ])
target(
    "SQSService",
    [
        "AWSWire", "AccessPolicies", "Digests", "HandlerContract", "JSONTree", "Platform", "ResourceNames",
        "StorageContract",
    ])
test(
    "SQSServiceTests",
    [
        "AWSWire", "HandlerContract", "JSONTree", "ResourceNames", "SQLiteStore", "SQSService", "StorageContract",
        "TestSupport",
    ])
target(
    "SNSService",
    [
        "AWSWire", "AccessPolicies", "ContentPatterns", "Digests", "HandlerContract", "JSONTree", "OutboundHTTP",
        "Platform", "ResourceNames", "StorageContract", .product(name: "Logging", package: "swift-log"),
    ])
test(
    "SNSServiceTests",
    [
        "AWSWire", "Digests", "HandlerContract", "JSONTree", "OutboundHTTP", "ResourceNames", "SNSService",
        "SQLiteStore", "SQSService", "StorageContract", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
    ])

target(
    "S3Service",
    [
        "AWSWire", "AccessPolicies", "Digests", "HandlerContract", "JSONTree", "Platform", "ResourceNames",
        "StorageContract", .product(name: "Logging", package: "swift-log"),
    ])
test(
    "S3ServiceTests",
    [
        "AWSWire", "AccessPolicies", "Digests", "HandlerContract", "JSONTree", "Platform", "ResourceNames", "S3Service",
        "SQLiteStore",
        "StorageContract",
        "TestSupport",
        .product(name: "Logging", package: "swift-log"),
    ])
target("KMSService", ["AWSWire", "Digests", "JSONTree", "ResourceNames", "StorageContract"])
test(
    "KMSServiceTests",
    ["AWSWire", "Digests", "JSONTree", "KMSService", "ResourceNames", "SQLiteStore", "StorageContract", "TestSupport"])
target(
    "SSMService",
    ["AWSWire", "AccessPolicies", "Digests", "JSONPathLanguage", "JSONTree", "ResourceNames", "StorageContract"])
test(
    "SSMServiceTests",
    [
        "AWSWire", "JSONTree", "KMSService", "ResourceNames", "SQLiteStore", "SSMService", "StorageContract",
        "TestSupport",
    ])
target(
    "LogsService",
    ["AWSWire", "AccessPolicies", "Digests", "JSONPathLanguage", "JSONTree", "ResourceNames", "StorageContract"])
test(
    "LogsServiceTests",
    ["AWSWire", "JSONTree", "LogsService", "ResourceNames", "SQLiteStore", "StorageContract", "TestSupport"])
target(
    "EventsService",
    [
        "AWSWire", "AccessPolicies", "ContentPatterns", "Digests", "HandlerContract", "JSONPathLanguage", "JSONTree",
        "Platform",
        "ResourceNames", "StorageContract", .product(name: "Logging", package: "swift-log"),
    ])
test(
    "EventsServiceTests",
    [
        "AWSWire", "EventsService", "HandlerContract", "JSONTree", "LogsService", "OutboundHTTP", "ResourceNames",
        "SNSService",
        "SQLiteStore", "SQSService", "StorageContract", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
    ])
target(
    "CloudFormationService",
    [
        "AWSWire", "AccessPolicies", "Digests", "JSONTree", "PluginHost", "ResourceNames", "ServerlessTransform",
        "StorageContract", "TemplateLanguage",
        .product(name: "Logging", package: "swift-log"),
    ])
test(
    "CloudFormationServiceTests",
    [
        "AWSWire", "CloudFormationService", "HandlerContract", "IAMService", "JSONTree", "KMSService", "OutboundHTTP",
        "ResourceNames", "S3Service", "SNSService", "SQLiteStore", "SQSService", "StorageContract", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
    ])

target(
    "WebConsole",
    [
        "AWSWire", "AccessPolicies", "CConsoleAssets", "Digests", "ExecutionEngine", "ExecutionHistory", "Gateway",
        "JSONTree", "PluginHost", "PluginRuntime", "ResourceNames", "StatesLanguage", "StorageContract",
        .product(name: "DequeModule", package: "swift-collections"),
    ])
test("WebConsoleTests", ["AWSWire", "JSONTree", "TestSupport", "WebConsole"])

// Level 6
target(
    "ServerAssembly",
    [
        "AWSSDKIntegration", "AWSWire", "CloudFormationService", "Digests", "DynamoDBIntegration", "EventsIntegration",
        "EventsService",
        "ExecutionEngine", "ExecutionHistory",
        "Gateway",
        "HTTPInvokeIntegration", "HandlerContract",
        "JSONTree", "KMSService", "LambdaInvokeIntegration", "LambdaService", "LogsService", "NewelPluginKit",
        "OutboundHTTP",
        "Platform",
        "PluginHost",
        "PluginRuntime", "ResourceNames", "S3Service", "SNSIntegration", "SNSService", "SQLiteStore", "SQSIntegration",
        "SQSService", "SSMService", "STSService", "AccessPolicies", "IAMService", "StepFunctionsIntegration",
        "StepFunctionsService", "StorageContract", "WebConsole", .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
    ])

test(
    "ServerAssemblyTests",
    [
        "AWSWire", "Digests", "ExecutionEngine", "ExecutionHistory", "HandlerContract", "JSONTree", "LogsService",
        "OutboundHTTP", "Platform", "PluginHost", "ResourceNames", "SQLiteStore", "ServerAssembly", "StatesInterpreter",
        "StorageContract", "TestSupport",
        .product(name: "Logging", package: "swift-log"),
    ])

// Level 7
target(
    "StockSample", path: "Samples/OrchestrateLambdaFunctions",
    exclude: ["sample.json", "template.json", "template.yaml"],
    resources: [.embedInCode("definition.asl.json")])
target(
    "Commands",
    [
        "AWSWire", "CCrypto", "CCurl", "CNewelSpawn", "CPluginTemplates", "CSQLite", "CZlib", "Digests",
        "ExecutionEngine", "HandlerContract",
        "JSONPathLanguage", "JSONTree", "JSONataLanguage", "OutboundHTTP", "Platform", "PluginHost",
        "PluginRuntime", "ResourceNames", "ServerAssembly", "StatesLanguage", "StepFunctionsService", "StockSample",
        "TemplateLanguage", "WebConsole",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
    ])

test(
    "CommandsTests",
    [
        "Commands", "JSONTree", "ResourceNames", .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ])

// Level 8
executable("newel", ["Commands"])
// Runs where no Swift is installed. No test may depend on it: the settings would be those of all tests.
executable(
    "newel-lambda-bootstrap", ["LambdaBootstrap"],
    linker: [.unsafeFlags(["-static-stdlib", "-Xlinker", "-s", "-Xlinker", "--gc-sections"])])
executable("newel-worker", ["CNewelPlugin", "CNewelSpawn", "NativeFunctions", "PluginRuntime"])

// Suites that cross modules
test(
    "PluginABITests",
    [
        "CNewelPlugin", "CNewelSpawn", "HandlerContract", "JSONTree", "NewelPluginKit", "PluginHost", "PluginRuntime",
        "ResourceNames", "TestSupport", "newel-worker",
    ],
    exclude: ["Frozen", "Handlers"])
test("ConformanceTests", ["newel", "newel-worker"], exclude: ["BehaviourPlugin", "replay.py"])
test(
    "EndToEndTests", ["JSONTree", "ResourceNames", "TestSupport", "newel", "newel-worker"], exclude: ["Scripts"])

test("TidyTests", [])

let package = Package(
    name: "newel",
    platforms: [.macOS(.v15)],
    products: products,
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: targets
)
