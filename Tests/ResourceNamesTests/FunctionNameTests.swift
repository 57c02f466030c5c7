import ResourceNames
import Testing

@Suite struct FunctionNameTests {
    private let home = Territory(account: "111122223333", region: "eu-west-1")

    @Test(arguments: [
        ("buy", "arn:aws:lambda:eu-west-1:111122223333:function:buy"),
        ("buy:7", "arn:aws:lambda:eu-west-1:111122223333:function:buy:7"),
        ("444455556666:function:buy", "arn:aws:lambda:eu-west-1:444455556666:function:buy"),
        ("444455556666:function:buy:live", "arn:aws:lambda:eu-west-1:444455556666:function:buy:live"),
        ("arn:aws:lambda:us-east-1:1:function:a_b-C9", "arn:aws:lambda:us-east-1:1:function:a_b-C9"),
        ("arn:aws-cn:lambda:r:1:function:f:$LATEST", "arn:aws-cn:lambda:r:1:function:f:$LATEST"),
    ])
    func isReadInEveryForm(text: String, arn: String) {
        #expect(FunctionName(text, in: home)?.fullARN == arn)
    }

    @Test(arguments: [
        "", ":", "a b", "buy:", "buy:7:8", "arn:aws:sqs:us-east-1:1:function:f", "arn:aws:lambda:us-east-1:1:layer:f",
        "arn:aws:lambda:us-east-1:1:function:f:1:2", "arn:aws:lambda:us-east-1:1:function", "1:layer:f", "é",
        "1:function:f:1:2",
    ])
    func whatNamesNoFunctionIsNil(text: String) { #expect(FunctionName(text, in: home) == nil) }

    @Test func aNameAloneNeedsAHome() {
        #expect(FunctionName("buy") == nil)
        #expect(FunctionName("1:function:buy") == nil)
        #expect(FunctionName("arn:aws:lambda:us-east-1:1:function:buy")?.territory.account == "1")
    }
}
