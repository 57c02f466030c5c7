import AWSWire
import JSONTree
import Testing

@testable import LambdaService

/// Which messages of a queue reach a function.
@Suite struct MessageFilterTests {
    @Test(arguments: [
        (#"{"body":{"kind":["order"]}}"#, #"{"kind":"order"}"#, true),
        (#"{"body":{"kind":["order"]}}"#, #"{"kind":"other"}"#, false),
        // A pattern for members wants no body without any.
        (#"{"body":{"kind":["order"]}}"#, "order", false), (#"{"body":["order"]}"#, "order", true),
        (#"{"body":["order"]}"#, "other", false), (#"{"messageId":["m"]}"#, "anything", true),
        (#"{"messageId":["n"]}"#, "anything", false),
        (#"{"body":{"n":[{"numeric":[">",5]}]}}"#, #"{"n":6}"#, true),
    ])
    func patternsDecide(pattern: String, body: String, isWanted: Bool) throws {
        #expect(try MessageFilter([pattern]).wants(["messageId": "m", "body": .string(body)]) == isWanted)
    }

    @Test func onePatternOfSeveralIsEnough() throws {
        let filter = try MessageFilter([#"{"body":["a"]}"#, #"{"body":["b"]}"#])
        #expect(filter.wants(["body": "b"]))
        #expect(!filter.wants(["body": "c"]))
    }

    @Test(arguments: ["no pattern", "{}", #"{"body":[{"nope":1}]}"#])
    func whatIsNoPatternIsRefused(text: String) {
        #expect { try MessageFilter([text]) } throws: { error in
            (error as? ServiceError)?.code == "InvalidParameterValueException"
        }
    }
}
