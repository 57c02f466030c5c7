import JSONTree
import OutboundHTTP
import Testing

/// What a file of connections may say, and how it is told what is wrong.
struct ConnectionFileTests {
    private static let basic = #"""
        {"Name": "Stripe", "AuthorizationType": "BASIC", "AuthParameters":
          {"BasicAuthParameters": {"Username": "u", "Password": {"Env": "STRIPE"}},
           "InvocationHttpParameters": {"HeaderParameters": [{"Key": "H", "Value": "h", "IsValueSecret": true}],
             "QueryStringParameters": [{"Key": "q", "Value": "1"}], "BodyParameters": [{"Key": "b", "Value": "2"}]}}}
        """#

    private func file(_ text: String) throws -> ConnectionFile {
        try ConnectionFile(Array(text.utf8)) { $0 == "STRIPE" ? "secret" : nil }
    }

    @Test(arguments: [
        "Stripe", "arn:aws:events:us-east-1:000000000000:connection/Stripe/81210c42-8af1-456b-9c4a-6ff02fc664ac",
        "arn:aws:events:eu-west-1:123456789012:connection/Stripe",
    ])
    func aConnectionIsFoundByItsName(reference: String) async throws {
        let connection = try await file("[\(Self.basic)]").connection(reference)
        #expect(
            connection
                == Connection(
                    name: "Stripe", authorization: .basic(user: "u", password: "secret"),
                    headers: [HTTPField("H", "h")], query: [HTTPField("q", "1")], body: [HTTPField("b", "2")]))
    }

    @Test func whatIsNotListedIsNotKnown() async throws {
        let file = try file("[\(Self.basic)]")
        #expect(await file.connection("arn:aws:events:us-east-1:000000000000:connection/Other/1") == nil)
        #expect(await file.connection("arn:aws:sqs:us-east-1:000000000000:Stripe") == nil)
    }

    @Test func anARNFindsItsOwnConnectionBeforeAnyName() async throws {
        let arn = "arn:aws:events:us-east-1:000000000000:connection/Stripe/2"
        let other = """
            {"Name": "Other", "Arn": "\(arn)", "AuthorizationType": "API_KEY",
             "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "K", "ApiKeyValue": "v"}}}
            """
        let file = try file("[\(Self.basic), \(other)]")
        #expect(await file.connection(arn)?.authorization == .apiKey(name: "K", value: "v"))
    }

    @Test func aClientOfOAuthIsReadWithItsParameters() async throws {
        let text = """
            [{"Name": "O", "AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {
              "AuthorizationEndpoint": "https://a/token", "HttpMethod": "POST",
              "ClientParameters": {"ClientID": "i", "ClientSecret": "s"},
              "OAuthHttpParameters": {"BodyParameters": [{"Key": "scope", "Value": "all"}]}}}}]
            """
        let client = OAuthClient(
            endpoint: "https://a/token", method: "POST", clientID: "i", secret: "s", body: [HTTPField("scope", "all")])
        #expect(try await file(text).connection("O")?.authorization == .oauth(client))
    }

    @Test(arguments: [
        ("[", "line 1, column 2"), ("{}", "the top"), ("[1]", "[0]"), ("[{}]", "[0].Name"),
        (#"[{"Name": "a", "Nonsense": 1}]"#, "[0].Nonsense"),
        (#"[{"Name": "a", "AuthorizationType": "BASIC"}]"#, "[0].AuthParameters"),
        (
            #"[{"Name": "a", "AuthorizationType": "MAGIC", "AuthParameters": {}}]"#, "[0].AuthorizationType"
        ),
        (
            #"[{"Name": "a", "AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "u"}}}]"#,
            "[0].AuthParameters.BasicAuthParameters.Password"
        ),
        (
            #"[{"Name": "a", "AuthorizationType": "API_KEY", "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "a b", "ApiKeyValue": "v"}}}]"#,
            "[0].AuthParameters.ApiKeyAuthParameters"
        ),
        (
            #"[{"Name": "a", "AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "u", "Password": {"Env": "NONE"}}}}]"#,
            "[0].AuthParameters.BasicAuthParameters.Password"
        ),
        (
            #"[{"Name": "a", "AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {"ClientParameters": {}, "AuthorizationEndpoint": "ftp://a"}}}]"#,
            "[0].AuthParameters.OAuthParameters.AuthorizationEndpoint"
        ),
    ])
    func problemsNameTheirPlace(text: String, place: String) throws {
        let error = #expect(throws: ConnectionFileError.self) { try file(text) }
        #expect(error?.place == place)
    }

    @Test func aNameIsTakenOnce() throws {
        let error = #expect(throws: ConnectionFileError.self) { try file("[\(Self.basic), \(Self.basic)]") }
        #expect(error?.place == "[1].Name")
    }

    @Test func secretsAreInNoDescription() async throws {
        let connection = try #require(await file("[\(Self.basic)]").connection("Stripe"))
        var dumped = ""
        dump(connection, to: &dumped)
        for text in ["\(connection)", String(reflecting: connection), dumped, "\([connection])"] {
            #expect(!text.contains("secret"), "\(text)")
        }
    }
}
