import AWSWire
import JSONTree
import Testing

/// How AWS words what is wrong with the parts of lists and maps.
@Suite struct InputCheckTests {
    private static let tagText = #"Member must satisfy regular expression pattern: ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"#
    private static let arn: JSON = "arn:aws:lambda:us-east-1:000000000000:function:f"

    @Test(
        arguments: [
            (
                "lambda", "CreateFunction",
                ["FunctionName": "f", "Role": "arn:aws:iam::000000000000:role/r", "Code": [:], "Architectures": ["x"]],
                "Value '[x]' at 'architectures' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]"
            ),
            (
                "lambda", "TagResource", ["Resource": Self.arn, "Tags": ["k": "a,b"]],
                "Value '{k=a,b}' at 'tags' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 0, \(Self.tagText), Member must not be null]"
            ),
            (
                "lambda", "TagResource", ["Resource": Self.arn, "Tags": ["k!": "", "l!": ""]],
                "Value '{k!=, l!=}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, \(Self.tagText), Member must not be null]"
            ),
            (
                "lambda", "CreateAlias",
                [
                    "FunctionName": "f", "Name": "a", "FunctionVersion": "1",
                    "RoutingConfig": ["AdditionalVersionWeights": ["2": 2]],
                ],
                "Value '{2=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]"
            ),
            (
                "states", "UntagResource", ["resourceArn": "a", "tagKeys": ["", "k"]],
                "Value '[, k]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]"
            ),
            (
                "sns", "Publish", ["Message": "m", "MessageAttributes": ["x": ["StringValue": "v"]]],
                "Value null at 'messageAttributes.x.member.dataType' failed to satisfy constraint: Member must not be null"
            ),
        ] as [(String, String, JSON, String)])
    func partsOfListsAndMapsAreRefusedTogether(service: String, action: String, input: JSON, words: String) {
        let error = #expect(throws: ServiceError.self) { try ShapedInput.fit(input, to: action, of: service) }
        #expect(error?.message == "1 validation error detected: \(words)")
    }
}
