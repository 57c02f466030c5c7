import IntegrationReply
import JSONTree
import Testing

@testable import DynamoDBIntegration
@testable import NewelPluginKit

/// What the table integrations make of answers from elsewhere.
struct DynamoDBTests {
    @Test func aReplyShowsTheHeadersItCameWith() {
        let shaped = IntegrationReply.shapeAsReceived([
            "Item": ["id": ["S": "1"]],
            "$metadata": ["requestId": "R", "status": 200, "headers": [["Server", "S"], ["x-amzn-RequestId", "R"]]],
        ])
        #expect(
            shaped == [
                "Item": ["id": ["S": "1"]],
                "SdkHttpMetadata": [
                    "AllHttpHeaders": ["Server": ["S"], "x-amzn-RequestId": ["R"]],
                    "HttpHeaders": ["Server": "S", "x-amzn-RequestId": "R"], "HttpStatusCode": 200,
                ],
                "SdkResponseMetadata": ["RequestId": "R"],
            ])
    }

    @Test func errorsHaveTheNamesAndCausesOfTheIntegration() {
        var error = APIError(status: 0)
        (error.code, error.message, error.status, error.requestID) = (
            "ConditionalCheckFailedException", "The conditional request failed", 400, "R"
        )
        #expect(
            DynamoDBPlugin.failure(error)
                == PluginError(
                    "DynamoDB.ConditionalCheckFailedException",
                    "The conditional request failed (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: "
                        + "ConditionalCheckFailedException; Request ID: R; Proxy: null)"))
    }
}
