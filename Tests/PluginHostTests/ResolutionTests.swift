import ResourceNames
import Testing

@testable import PluginHost

/// How a resource finds its handler.
struct ResolutionTests {
    @Test(arguments: [
        ("a:b*", "a:bcd", true), ("a:b*", "a:b", true), ("a:b*", "a:c", false), ("a:b", "a:b", true),
        ("a:b", "a:bc", false),
        ("*", "anything", true), ("a*c*e", "abcde", true), ("a*c*e", "abcd", false), ("", "", true), ("", "a", false),
        ("a**b", "axb", true),
    ])
    func aStarStandsForAnyText(pattern: String, name: String, matches: Bool) {
        #expect(ResourcePattern(pattern).matches(name) == matches)
    }

    @Test func theLongestLiteralPrefixWinsThenTheOrigin() {
        var table = IntegrationTable<Int>()
        table.add("s:*", .droppedIn, 1)
        table.add("s:send*", .linkedIn, 2)
        #expect(table.find("s:sendMessage") == 2)
        table.add("s:send*", .droppedIn, 3)
        table.add("s:send*", .stock, 4)
        #expect(table.find("s:sendMessage") == 3)
        #expect(table.find("s:receive") == 1)
        #expect(table.find("t:x") == nil)
    }

    @Test func functionARNsAreTakenApart() {
        let name = FunctionName("arn:aws:lambda:us-east-1:123456789012:function:F:7")
        #expect(
            name?.name == "F" && name?.qualifier == "7"
                && name?.arn == "arn:aws:lambda:us-east-1:123456789012:function:F")
        #expect(name?.territory == Territory(account: "123456789012", region: "us-east-1"))
        #expect(FunctionName("arn:aws:lambda:us-east-1:123456789012:layer:F") == nil)
        #expect(FunctionName("F") == nil)
        #expect(FunctionName("F", in: Territory(account: "1", region: "r"))?.arn == "arn:aws:lambda:r:1:function:F")
    }

    @Test func integrationsHaveNoAccount() {
        #expect(ResourceKind("arn:aws:states:::sqs:sendMessage") == .integration)
        #expect(ResourceKind("arn:aws:states:us-east-1:123456789012:activity:a") == .function)
        #expect(ResourceKind("arn:aws:lambda:us-east-1:123456789012:function:F") == .function)
    }
}
