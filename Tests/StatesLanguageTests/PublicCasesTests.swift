import Testing

@testable import StatesLanguage

/// Fixtures of public validators, and definitions that were published. Their authors are not AWS: where AWS is known to answer otherwise, AWS wins, and
/// the case stands in a table here with the reason.
struct PublicCasesTests {
    private static let notAnARN = "AWS refuses a Resource that is no ARN: Value is not a valid resource ARN"
    private static let jsonata = "JSONata is not supported yet"

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
        "asl-validator/valid-assign.asl": jsonata,
        "asl-validator/valid-comments-are-not-parsed.asl": jsonata,
        "asl-validator/valid-jsonata-syntax-path-expression": jsonata,
        "asl-validator/valid-jsonata-syntax-simple-arithmetic": jsonata,
        "asl-validator/valid-jsonata.asl": jsonata,
        "asl-validator/valid-map-items.asl": jsonata,
        "asl-validator/valid-map-with-item-batcher-jsonata": jsonata,
        "asl-validator/valid-task-timeout-jsonata": jsonata,
        "asl-validator/valid-wait-jsonata.asl": jsonata,
        "asl-validator/valid-path-array-context": "script expressions, $[(@.length-1)], are not part of AWS's JSONPath",
    ]

    /// Refused for now, though AWS seems to take them: words without quotes in filters, `[?(@.status == Failure)]`.
    private static let bareWords: Set<String> = [
        "asl-validator/valid-current-value-predicate",
        "aws-samples/aws-stepfunctions-examples/sam/app-dataquality-using-lambda/statemachine/dataquality.asl.json",
        "aws-samples/step-functions-workflows-collection/parallel-translate/statemachine/statemachine.asl.yaml",
    ]

    private static let refusedDefinitions: [String: String] = [
        "aws-samples/step-functions-workflows-collection/shared-fallback-state-jsonata/statemachine/statemachine.asl.json":
            "QueryLanguage stands among the states: it is JSONata by mistake declared as JSONPath",
    ]

    @Test(.enabled(if: SharedData.folder("asl-validation") != nil))
    func fixturesOfOtherValidatorsAreAnsweredAsAWSWould() {
        let cases = SharedData.validationCases("cases.json")
        #expect(cases.count > 100)
        var wrong: [String] = []
        for one in cases where (check(one.text).program != nil) != one.isValid && !Self.bareWords.contains(one.id) {
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
        let definitions = SharedData.publishedDefinitions().filter(\.isJSONPathOnly)
        #expect(definitions.count > 100)
        let refused = definitions.filter { check($0.text).program == nil }
        let unknown = refused.filter { Self.refusedDefinitions[$0.id] == nil && !Self.bareWords.contains($0.id) }
        #expect(unknown.map { "\($0.id): \(check($0.text).lines(in: "definition"))" } == [])
        #expect(Set(Self.refusedDefinitions.keys).isSubset(of: refused.map(\.id)))
    }
}
