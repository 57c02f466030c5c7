import AccessPolicies
import Testing

@Suite struct PolicyDocumentTests {
    @Test(arguments: [
        ("{", "Syntax errors in policy."),
        ("[]", "Syntax errors in policy."),
        (#"{"Version":"2012-10-17"}"#, "Syntax errors in policy."),
        (
            #"{"Version":"2013-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#,
            "Syntax errors in policy."
        ),
        (#"{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Extra":1}]}"#, "Syntax errors in policy."),
        (#"{"Statement":[{"Action":"*","Resource":"*"}]}"#, "Missing required field Effect"),
        (#"{"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}"#, #"Invalid effect: "allow""#),
        (#"{"Statement":[{"Effect":"Allow","Resource":"*"}]}"#, "Policy statement must contain actions."),
        (#"{"Statement":[{"Effect":"Allow","Action":"*"}]}"#, "Policy statement must contain resources."),
        (
            #"{"Statement":[{"Effect":"Allow","Action":"GetObject","Resource":"*"}]}"#,
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
        ),
        (
            #"{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"bucket"}]}"#,
            #"Resource bucket must be in ARN format or "*"."#
        ),
        (
            #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}"#,
            "Policy document should not specify a principal."
        ),
        (
            #"{"Statement":[{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}]}"#,
            "Statement IDs (SID) in a single policy must be unique."
        ),
        (
            #"{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringIs":{"a":"b"}}}]}"#,
            "Invalid Condition type : StringIs"
        ),
        (
            #"{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericEquals":{"a":"b"}}}]}"#,
            #"Invalid value "b" for condition operator NumericEquals"#
        ),
    ])
    func aBrokenPolicyIsRefused(_ text: String, _ message: String) {
        #expect(throws: PolicyProblem.self) { try PolicyDocument(text, kind: .identity) }
        do throws(PolicyProblem) { _ = try PolicyDocument(text, kind: .identity) } catch {
            #expect(error.message == message)
        }
    }

    @Test func aTrustPolicyNamesWhoAndNotWhat() throws {
        let good =
            #"{"Statement":{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}}"#
        #expect(try PolicyDocument(good, kind: .trust).statements.count == 1)
        for bad in [
            #"{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole"}}"#,
            #"{"Statement":{"Effect":"Allow","Principal":{"AWS":"bob"},"Action":"sts:AssumeRole"}}"#,
            #"{"Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}}"#,
        ] {
            #expect(throws: PolicyProblem.self) { try PolicyDocument(bad, kind: .trust) }
        }
    }
}
