import AWSWire
import JSONTree
import Testing

/// awsJson from the client's side.
struct JSONClientProtocolTests {
    private let wire = JSONClientProtocol(version: "1.0", targetPrefix: "DynamoDB_20120810")

    @Test func anActionIsNamedByItsTarget() {
        let request = wire.request("GetItem", ["TableName": "t"], host: "h:1", path: "/")
        #expect(request.header("x-amz-target") == "DynamoDB_20120810.GetItem")
        #expect(request.header("content-type") == "application/x-amz-json-1.0")
        #expect(request.header("host") == "h:1")
        #expect(request.body == Array(#"{"TableName":"t"}"#.utf8))
    }

    @Test func anEmptyReplyIsAnEmptyOutput() throws {
        #expect(try wire.output(status: 200, header: { _ in nil }, body: [], otherwise: "X") == .emptyObject)
    }

    @Test(
        arguments: [
            (
                #"{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"no"}"#, nil,
                "ConditionalCheckFailedException", "no"
            ),
            (#"{"Message":"no"}"#, "ThrottlingException:http://x/", "ThrottlingException", "no"),
            (#"{"code":"Odd"}"#, nil, "Odd", ""), ("<html>", nil, "Other", "The reply is no JSON."),
            ("", nil, "Other", ""),
        ] as [(String, String?, String, String)])
    func errorsAreFoundWhereServicesPutThem(body: String, header: String?, code: String, message: String) {
        let error = #expect(throws: ServiceError.self) {
            try wire.output(
                status: 400, header: { $0 == "x-amzn-errortype" ? header : nil }, body: Array(body.utf8),
                otherwise: "Other")
        }
        #expect(error == ServiceError(code, message, status: 400))
    }

    @Test func aReplyThatIsNoObjectIsNoOutput() {
        let error = #expect(throws: ServiceError.self) {
            try wire.output(status: 200, header: { _ in nil }, body: Array("[]".utf8), otherwise: "Other")
        }
        #expect(error?.code == "Other")
    }

    @Test func membersAreNamedByTheirShapes() {
        let table = ResponseModels.named(
            ["Table": ["TableName": "t", "CreationDateTime": 1_700_000_000.5]], service: "dynamodb",
            action: "describeTable")
        #expect(table == ["Table": ["TableName": "t", "CreationDateTime": "2023-11-14T22:13:20.500Z"]])
        // Keys of maps are the user's, whatever they look like.
        let item: JSON = ["Item": ["timestamp": ["N": "1"], "creationDateTime": ["S": "x"]]]
        #expect(ResponseModels.named(item, service: "dynamodb", action: "getItem") == item)
        let groups = ResponseModels.named(
            ["logGroups": [["logGroupName": "g", "arn": nil]]], service: "cloudwatchlogs", action: "describeLogGroups")
        #expect(groups == ["LogGroups": [["LogGroupName": "g"]]])
        #expect(ResponseModels.named([:], service: "dynamodb", action: "none") == nil)
    }
}
