import Testing

@testable import StatesLanguage

/// The words for each kind of fault. Source: AWS's own, recorded or observed, unless nothing is known of them.
struct ProblemTests {
    private static let pass = "{\"Type\":\"Pass\",\"End\":true}"

    @Test(arguments: [
        ("{}", "SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /"),
        ("[1]", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null"),
        ("{\"StartAt\":\"A\",\"States\":{}}", "SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States"),
        (
            "{\"StartAt\":\"B\",\"States\":{\"A\":\(pass)}}",
            "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /StartAt, "
                + "MISSING_TRANSITION_TARGET: State \"A\" is not reachable. at /States/A"
        ),
        (
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Next\":\"A\"}}}",
            "MISSING_END_STATE: Workflow has no terminal state at null"
        ),
        (
            "{\"StartAt\":\"A\",\"States\":{\"A\":\(pass),\"a/b\":\(pass)}}",
            "MISSING_TRANSITION_TARGET: State \"a/b\" is not reachable. at /States/a/b"
        ),
        (
            "{\"StartAt\":\"A\",\"Version\":\"2.0\",\"States\":{\"A\":\(pass)}}",
            "SCHEMA_VALIDATION_FAILED: Value should be one of the following: [1.0] at /Version"
        ),
        (
            "{\"StartAt\":\"A\",\"QueryLanguage\":\"jsonpath\",\"States\":{\"A\":\(pass)}}",
            "SCHEMA_VALIDATION_FAILED: Value should be one of the following: [JSONPath, JSONata] at /QueryLanguage"
        ),
        (
            "{\"StartAt\":\"A\",\"QueryLanguage\":5,\"States\":{\"A\":\(pass)}}",
            "SCHEMA_VALIDATION_FAILED: Expected value of type [STRING] at /QueryLanguage"
        ),
    ])
    func machinesAreRefusedInAWSsWords(text: String, words: String) {
        #expect(check(text).refusal == "Invalid State Machine Definition: '\(words)'")
    }

    @Test(arguments: [
        ("\"Type\":\"Pass\"", "This object should have only one of the following fields: [Next, End] at /States/A"),
        (
            "\"Type\":\"Pass\",\"End\":true,\"Next\":\"A\"",
            "There should only be one of the following fields: [Next, End] at /States/A"
        ),
        ("\"Type\":\"Pass\",\"End\":true,\"Catch\":[]", "Field 'Catch' is not supported at /States/A"),
        (
            "\"Type\":\"Pass\",\"End\":true,\"Output\":1",
            "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A"
        ),
        (
            "\"Type\":\"Pass\",\"End\":true,\"OutputPath\":\"a\"",
            "Value must be a valid JSONPath. at /States/A/OutputPath"
        ),
        (
            "\"Type\":\"Pass\",\"End\":true,\"ResultPath\":\"a\"",
            "Value is not a Reference Path: Reference path didn't start with '$' at /States/A/ResultPath"
        ),
        (
            "\"Type\":\"Pass\",\"End\":true,\"Parameters\":{\"a\":{\"b.$\":\"c\"}}",
            "The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters/a"
        ),
        ("\"Type\":\"Wait\",\"End\":true,\"Seconds\":100000000", "Maximum value is 99999999 at /States/A/Seconds"),
        ("\"Type\":\"Wait\",\"End\":true,\"Seconds\":-1", "Minimum value is 0 at /States/A/Seconds"),
        ("\"Type\":\"Wait\",\"End\":true,\"Seconds\":\"1\"", "Expected value of type Integer at /States/A/Seconds"),
        (
            "\"Type\":\"Wait\",\"End\":true,\"Timestamp\":\"tomorrow\"",
            "String does not match RFC3339 timestamp at /States/A/Timestamp"
        ),
        (
            "\"Type\":\"Wait\",\"End\":true,\"Seconds\":1,\"SecondsPath\":\"$.a\"",
            "There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp] at /States/A"
        ),
        ("\"Type\":\"Task\",\"End\":true", "These fields are required: [Resource] at /States/A"),
        (
            "\"Type\":\"Task\",\"End\":true,\"Resource\":\"f\"",
            "Value is not a valid resource ARN at /States/A/Resource"
        ),
        (
            "\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:::sqs:sendMessage.sync\",\"Parameters\":{}",
            "The resource provided arn:aws:states:::sqs:sendMessage.sync is not recognized. The value is not a valid resource ARN, "
                + "or the resource is not available in this region. at /States/A/Resource"
        ),
        (
            "\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:::aws-sdk:s3:listBuckets\"",
            "Parameters field is required for resource ARN: arn:aws:states:::aws-sdk:s3:listBuckets at /States/A"
        ),
        (
            "\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Parameters\":{\"Payload.$\":\"$\"}",
            "The field 'FunctionName' is required but was missing at /States/A/Parameters"
        ),
        (
            "\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:us-east-1:1:activity:a\",\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"]},{\"ErrorEquals\":[\"X\"]}]",
            "States.ALL must appear alone and at end of list at /States/A/Retry[0]/ErrorEquals[0]"
        ),
        (
            "\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:us-east-1:1:activity:a\",\"Retry\":[{\"ErrorEquals\":[]}]",
            "Value cannot be empty at /States/A/Retry[0]/ErrorEquals"
        ),
        ("\"Type\":\"Choice\",\"Choices\":[]", "Value cannot be empty at /States/A/Choices"),
        ("\"Type\":\"Choice\"", "These fields are required: [Choices] at /States/A"),
        (
            "\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.a\",\"IsNull\":true}]",
            "These fields are required: [Next] at /States/A/Choices[0]"
        ),
        (
            "\"Type\":\"Choice\",\"Choices\":[{\"Next\":\"A\"}]",
            "The object must have only one of the following fields, [And, Or, Not, Variable, Condition] at /States/A/Choices[0]"
        ),
        (
            "\"Type\":\"Choice\",\"Choices\":[{\"Not\":{\"Variable\":\"$.a\",\"IsNull\":true,\"Next\":\"A\"},\"Next\":\"A\"}]",
            "Field 'Next' is not supported at /States/A/Choices[0]/Not"
        ),
        ("\"Type\":\"Parallel\",\"End\":true,\"Branches\":[]", "Value cannot be empty at /States/A/Branches"),
        (
            "\"Type\":\"Map\",\"End\":true",
            "This object should have only one of the following fields: [ItemProcessor, Iterator] at /States/A"
        ),
    ])
    func statesAreRefusedInAWSsWords(fields: String, words: String) {
        let refusal = check(OwnDefinitions.single(fields)).refusal
        #expect(refusal == "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: \(words)'")
    }

    @Test(arguments: [
        ("\"states\":1", "RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'. at /States/A/Assign"),
        (
            "\"a b\":1",
            "INVALID_VARIABLE_NAME: Invalid variable name 'a b': the variable name contains invalid characters. at /States/A/Assign"
        ),
    ])
    func variablesNeedProperNames(variable: String, words: String) {
        let text = OwnDefinitions.single("\"Type\":\"Pass\",\"End\":true,\"Assign\":{\(variable)}")
        #expect(check(text).refusal == "Invalid State Machine Definition: '\(words)'")
    }

    @Test func everyProblemIsFoundWithItsPlace() {
        let text = """
            {
              "StartAt": "A",
              "States": {
                "A": {"Type": "Pass", "Foo": 1,
                  "InputPath": "x", "Next": "Nowhere"},
                "B~/": {"Type": "Wait"}
              }
            }
            """
        let problems = check(text).problems
        #expect(
            problems.map(\.pointer) == [
                "/States/A/Foo", "/States/A/InputPath", "/States/A/Next", "/States/B~0~1", "/States/B~0~1",
            ])
        #expect(problems.map(\.line) == [4, 5, 5, 6, 6])
        #expect(
            problems.first?.line(in: "m.asl.json")
                == "m.asl.json:4:34: SCHEMA_VALIDATION_FAILED: Field 'Foo' is not supported")
    }

    @Test func expressMachinesMayNotWaitForOthers() {
        func task(_ resource: String) -> String {
            OwnDefinitions.single(
                "\"Type\":\"Task\",\"End\":true,\"Resource\":\"\(resource)\",\"Parameters\":{\"StateMachineArn\":\"a\"}"
            )
        }
        let words = "Express state machine does not support"
        for (resource, rest) in [
            ("arn:aws:states:us-east-1:1:activity:a", "Activity ARN"),
            ("arn:aws:states:::states:startExecution.sync:2", "'.sync' service integration "),
            ("arn:aws:states:::states:startExecution.waitForTaskToken", "'.waitForTaskToken' service integration "),
        ] {
            #expect(check(task(resource), .express).errors.map(\.message) == ["\(words) \(rest)"])
            #expect(check(task(resource), .standard).errors.isEmpty)
        }
    }

    @Test func unlikelyValuesAreOnlyWarnedOf() {
        let text = OwnDefinitions.single(
            "\"Type\":\"Pass\",\"End\":true,\"Result\":\"$.a\",\"Parameters\":{\"b\":\"$.c\"}")
        let result = check(text)
        #expect(result.program != nil)
        #expect(result.problems.map(\.code).sorted() == ["NO_DOLLAR", "PASS_RESULT_IS_STATIC"])
        #expect(result.refusal == nil)
    }

    @Test func servicesOfPluginsCanBeAdded() {
        let text = OwnDefinitions.single(
            "\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:::mine:do\",\"Parameters\":{}")
        #expect(check(text).program == nil)
        #expect(Definition.check(Array(text.utf8), isServed: { $0.contains(":mine:") }).program != nil)
    }
}
