import AccessPolicies
import Testing

/// A condition block, what the request holds, and whether the statement applies.
struct ConditionCase: Sendable, CustomTestStringConvertible {
    let condition: String
    let keys: [String: [String]]
    let holds: Bool

    init(_ condition: String, _ keys: [String: [String]], _ holds: Bool) {
        (self.condition, self.keys, self.holds) = (condition, keys, holds)
    }

    var testDescription: String { "\(condition) with \(keys)" }
}

@Suite struct PolicyConditionTests {
    @Test(arguments: [
        ConditionCase(#""StringEquals":{"aws:x":"a"}"#, ["aws:X": ["a"]], true),
        ConditionCase(#""StringEquals":{"aws:x":["b","a"]}"#, ["aws:x": ["a"]], true),
        ConditionCase(#""StringEquals":{"aws:x":"A"}"#, ["aws:x": ["a"]], false),
        ConditionCase(#""StringEquals":{"aws:x":"a*"}"#, ["aws:x": ["ab"]], false),
        ConditionCase(#""StringEquals":{"aws:x":"a"}"#, [:], false),
        ConditionCase(#""StringEqualsIfExists":{"aws:x":"a"}"#, [:], true),
        ConditionCase(#""StringEqualsIfExists":{"aws:x":"a"}"#, ["aws:x": ["b"]], false),
        ConditionCase(#""StringNotEquals":{"aws:x":["a","b"]}"#, ["aws:x": ["b"]], false),
        ConditionCase(#""StringNotEquals":{"aws:x":["a","b"]}"#, ["aws:x": ["c"]], true),
        ConditionCase(#""StringNotEquals":{"aws:x":"a"}"#, [:], true),
        ConditionCase(#""StringEqualsIgnoreCase":{"aws:x":"AB"}"#, ["aws:x": ["aB"]], true),
        ConditionCase(#""StringNotEqualsIgnoreCase":{"aws:x":"AB"}"#, ["aws:x": ["aB"]], false),
        ConditionCase(#""StringLike":{"aws:x":"a*c?"}"#, ["aws:x": ["abbcd"]], true),
        ConditionCase(#""StringNotLike":{"aws:x":"a*c?"}"#, ["aws:x": ["abbcd"]], false),
        ConditionCase(#""StringEquals":{"aws:x":"a"},"Bool":{"aws:y":"true"}"#, ["aws:x": ["a"]], false),
        ConditionCase(#""Bool":{"aws:y":true}"#, ["aws:y": ["true"]], true),
        ConditionCase(#""Bool":{"aws:y":"false"}"#, ["aws:y": ["true"]], false),
        ConditionCase(#""Null":{"aws:y":"true"}"#, [:], true),
        ConditionCase(#""Null":{"aws:y":"false"}"#, [:], false),
        ConditionCase(#""Null":{"aws:y":false}"#, ["aws:y": ["z"]], true),
        ConditionCase(#""NumericLessThan":{"s3:max-keys":"10"}"#, ["s3:max-keys": ["9"]], true),
        ConditionCase(#""NumericLessThan":{"s3:max-keys":10}"#, ["s3:max-keys": ["10"]], false),
        ConditionCase(#""NumericLessThanEquals":{"s3:max-keys":10}"#, ["s3:max-keys": ["10"]], true),
        ConditionCase(#""NumericGreaterThanEquals":{"s3:max-keys":10}"#, ["s3:max-keys": ["9.5"]], false),
        ConditionCase(#""NumericEquals":{"s3:max-keys":10}"#, ["s3:max-keys": ["ten"]], false),
        ConditionCase(#""NumericNotEquals":{"s3:max-keys":10}"#, ["s3:max-keys": ["9"]], true),
        ConditionCase(
            #""DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}"#,
            ["aws:CurrentTime": ["2026-01-01T00:00:01Z"]], true),
        ConditionCase(
            #""DateLessThan":{"aws:CurrentTime":"2026-01-01"}"#, ["aws:CurrentTime": ["2026-01-01T00:00:01Z"]], false),
        ConditionCase(#""IpAddress":{"aws:SourceIp":"10.0.0.0/8"}"#, ["aws:SourceIp": ["10.2.3.4"]], true),
        ConditionCase(#""IpAddress":{"aws:SourceIp":"10.2.3.4"}"#, ["aws:SourceIp": ["10.2.3.5"]], false),
        ConditionCase(#""NotIpAddress":{"aws:SourceIp":"10.0.0.0/8"}"#, ["aws:SourceIp": ["10.2.3.4"]], false),
        ConditionCase(
            #""ArnLike":{"aws:SourceArn":"arn:aws:sns:*:*:a*"}"#, ["aws:SourceArn": ["arn:aws:sns:r:1:ab"]], true),
        ConditionCase(
            #""ArnEquals":{"aws:SourceArn":"arn:aws:sns:*:ab"}"#, ["aws:SourceArn": ["arn:aws:sns:r:1:ab"]], false),
        ConditionCase(
            #""ArnNotLike":{"aws:SourceArn":"arn:aws:sns:*:*:a*"}"#, ["aws:SourceArn": ["arn:aws:sns:r:1:ab"]], false),
        ConditionCase(#""ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]}"#, ["aws:TagKeys": ["a", "b"]], true),
        ConditionCase(#""ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]}"#, ["aws:TagKeys": ["a", "c"]], false),
        ConditionCase(#""ForAllValues:StringEquals":{"aws:TagKeys":["a"]}"#, [:], true),
        ConditionCase(#""ForAnyValue:StringEquals":{"aws:TagKeys":["a"]}"#, ["aws:TagKeys": ["c", "a"]], true),
        ConditionCase(#""ForAnyValue:StringEquals":{"aws:TagKeys":["a"]}"#, ["aws:TagKeys": ["c"]], false),
        ConditionCase(#""ForAnyValue:StringEquals":{"aws:TagKeys":["a"]}"#, [:], false),
        ConditionCase(#""ForAnyValue:StringNotEquals":{"aws:TagKeys":["a"]}"#, ["aws:TagKeys": ["a", "b"]], true),
        ConditionCase(#""StringEquals":{"aws:x":"${aws:y}"}"#, ["aws:x": ["q"], "aws:y": ["q"]], true),
    ])
    func aConditionHoldsOrDoesNot(_ test: ConditionCase) throws {
        let policy = try PolicyDocument(
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{\#(test.condition)}}]}"#,
            kind: .identity)
        var request = AccessRequest(
            caller: .user(arn: "arn:aws:iam::111122223333:user/eve"), action: "s3:ListBucket", resource: "*",
            resourceAccount: "111122223333")
        for (key, values) in test.keys { request[key] = values }
        #expect(PolicySet(identity: [policy]).decide(request).isAllowed == test.holds)
    }
}
