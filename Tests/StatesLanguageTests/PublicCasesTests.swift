import Testing

@testable import StatesLanguage

/// Fixtures of public validators, and definitions that were published. Their authors are not AWS: where AWS is known to answer otherwise, AWS wins, and
/// the case stands in a table here with the reason.
struct PublicCasesTests {
    private static let notAnARN = "AWS refuses a Resource that is no ARN: Value is not a valid resource ARN"
    private static let inner =
        "space inside {% and %} is a matter of taste: AWS asks only that nothing stands before and after them"

    private static let differences: [String: String] = [
        "statelint/backoff-with-backoffrate-decimal": notAnARN,
        "statelint/backoff-with-backoffrate-integer": notAnARN,
        "statelint/backoff-with-jitter-on-retry": notAnARN,
        "statelint/states-array-invocation": notAnARN,
        "statelint/states-encoding-decoding-intrinsic-functions": notAnARN,
        "statelint/states-format-invocation": notAnARN,
        "statelint/states-json-intrinsic-functions": notAnARN,
        "statelint/states-jsontostring-invocation": notAnARN,
        "statelint/states-math-intrinsic-functions": notAnARN,
        "statelint/states-string-intrinsic-functions": notAnARN,
        "statelint/states-stringtojson-invocation": notAnARN,
        "statelint/states-uuid-intrinsic-functions": notAnARN,
        "statelint/task-with-credentials": "\(notAnARN); and Credentials need RoleArn, as AWS was recorded to demand",
        "statelint/task-with-resultpath": notAnARN,
        "asl-validator/valid-cfn-definition-substitutions":
            "\(notAnARN): substitutions are made before AWS sees the definition",
        "asl-validator/invalid-json-surround-syntax-extra-spaces": inner,
        "asl-validator/invalid-jsonata-surround-syntax-no-spaces": inner,
        "asl-validator/valid-assign.asl":
            "AWS refuses a hyphen in the name of a variable: letters, digits and underscores only",
        "asl-validator/valid-map-with-item-batcher-jsonata":
            "AWS refuses it: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
        "asl-validator/valid-task-timeout-jsonata": "\(notAnARN): it names a resource of SWF",
        "asl-validator/valid-path-array-context": "script expressions, $[(@.length-1)], are not part of AWS's JSONPath",
    ]

    @Test(.enabled(if: SharedData.folder("asl-validation") != nil))
    func fixturesOfOtherValidatorsAreAnsweredAsAWSWould() {
        let cases = SharedData.validationCases("cases.json")
        #expect(cases.count > 100)
        var wrong: [String] = []
        for one in cases where (check(one.text).program != nil) != one.isValid {
            wrong.append(one.id)
        }
        #expect(
            Set(wrong) == Set(Self.differences.keys),
            "differences: \(Set(wrong).symmetricDifference(Self.differences.keys).sorted())")
    }

    @Test(.enabled(if: SharedData.folder("asl-validation") != nil))
    func definitionsWithOneRuleBrokenAreRefused() {
        let cases = SharedData.validationCases("mutations.json")
        #expect(cases.count > 100)
        #expect(cases.filter { check($0.text).program != nil }.map(\.id) == [])
    }

    @Test(.enabled(if: SharedData.folder("definitions") != nil))
    func publishedDefinitionsAreAccepted() {
        let definitions = SharedData.publishedDefinitions()
        #expect(definitions.count > 100)
        let refused = definitions.filter { check($0.text).program == nil }
        #expect(refused.map { "\($0.id): \(check($0.text).lines(in: "definition"))" } == [])
    }
}
