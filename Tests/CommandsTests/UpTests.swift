import ArgumentParser
import Testing

@testable import Commands

/// What `newel up` makes of its options.
struct UpTests {
    @Test(arguments: ["pigs=3", "tags", "tags=", "tags=-1", "tags=many", "=3"])
    func aLimitHasANameThatIsKnownAndANumber(text: String) {
        #expect(throws: (any Error).self) { try Up.parse(["--limit", text]) }
    }

    @Test func limitsMayBeGivenMoreThanOnce() throws {
        #expect(try Up.parse(["--limit", "tags=2", "--limit", "versions=0"]).quotas == ["tags=2", "versions=0"])
    }
}
