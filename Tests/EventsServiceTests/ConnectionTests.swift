import AWSWire
import EventsService
import JSONTree
import Testing

@Suite struct ConnectionTests {
    private static let basic: JSON = [
        "Name": "c", "AuthorizationType": "BASIC", "Description": "d",
        "AuthParameters": [
            "BasicAuthParameters": ["Username": "u", "Password": "secret"],
            "InvocationHttpParameters": [
                "HeaderParameters": [
                    ["Key": "open", "Value": "1", "IsValueSecret": false],
                    ["Key": "shut", "Value": "secret", "IsValueSecret": true],
                ]
            ],
        ],
    ]

    @Test func secretsAreKeptAndNotShown() async throws {
        let world = try EventWorld()
        let made = try await world.run("CreateConnection", Self.basic)
        let arn = try #require(made["ConnectionArn"]?.stringValue)
        #expect(arn.hasPrefix("arn:aws:events:us-east-1:000000000000:connection/c/"))
        #expect(made["ConnectionState"] == "AUTHORIZED")
        try world.restart()
        let shown = try await world.run("DescribeConnection", ["Name": "c"])
        #expect(!shown.text.contains("\"secret\""))
        #expect(shown["AuthParameters"]?["BasicAuthParameters"] == ["Username": "u"])
        #expect(
            shown["AuthParameters"]?["InvocationHttpParameters"]?["HeaderParameters"] == [
                ["Key": "open", "Value": "1", "IsValueSecret": false], ["Key": "shut", "IsValueSecret": true],
            ])
        let connection = try #require(world.events.connections.connection(arn: arn))
        #expect(connection.authorizationType == "BASIC")
        #expect(connection.authParameters["BasicAuthParameters"]?["Password"] == "secret")
        #expect(world.events.connections.connection(arn: String(arn.dropLast())) == nil)
    }

    @Test func anUpdateKeepsWhatItDoesNotName() async throws {
        let world = try EventWorld()
        let arn = try await world.run("CreateConnection", Self.basic)["ConnectionArn"]?.stringValue ?? ""
        try await world.run(
            "UpdateConnection",
            ["Name": "c", "AuthParameters": ["BasicAuthParameters": ["Username": "v"]]])
        let changed = try #require(world.events.connections.connection(arn: arn))
        #expect(changed.authParameters["BasicAuthParameters"] == ["Username": "v", "Password": "secret"])
        try await world.run(
            "UpdateConnection",
            [
                "Name": "c", "AuthorizationType": "API_KEY",
                "AuthParameters": ["ApiKeyAuthParameters": ["ApiKeyName": "k", "ApiKeyValue": "secret"]],
            ])
        let shown = try await world.run("DescribeConnection", ["Name": "c"])
        #expect(shown["AuthParameters"] == ["ApiKeyAuthParameters": ["ApiKeyName": "k"]])
        #expect(shown["Description"] == "d")
    }

    @Test func connectionsAreListedAndDeleted() async throws {
        let world = try EventWorld()
        try await world.run("CreateConnection", Self.basic)
        #expect(await world.failure("CreateConnection", Self.basic)?.code == "ResourceAlreadyExistsException")
        let list = try await world.run("ListConnections")["Connections"]?.arrayValue ?? []
        #expect(list.map { $0["Name"] } == ["c"])
        #expect(try await world.run("DeleteConnection", ["Name": "c"])["ConnectionState"] == "DELETING")
        #expect(
            await world.failure("DescribeConnection", ["Name": "c"])?.message
                == "Failed to describe the connection(s). Connection 'c' does not exist.")
    }

    @Test(arguments: [
        ["Name": "c", "AuthorizationType": "BASIC", "AuthParameters": [:]] as JSON,
        ["Name": "c", "AuthorizationType": "BASIC", "AuthParameters": ["BasicAuthParameters": ["Username": "u"]]],
        [
            "Name": "c", "AuthorizationType": "API_KEY",
            "AuthParameters": ["BasicAuthParameters": ["Username": "u", "Password": "p"]],
        ],
    ])
    func parametersMustBeThoseOfTheType(input: JSON) async throws {
        #expect(await (try EventWorld()).failure("CreateConnection", input)?.code == "ValidationException")
    }
}
