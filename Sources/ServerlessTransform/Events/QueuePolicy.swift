import JSONTree

/// Policies that let something send to a queue.
enum QueuePolicy {
    /// The policy for one source.
    static func resource(
        _ id: String, _ attributes: JSONObject, queue: JSON, url: JSON, source: JSON, principal: JSON
    ) -> GeneratedResource {
        GeneratedResource(
            id, "AWS::SQS::QueuePolicy", attributes,
            [
                (
                    "PolicyDocument",
                    [
                        "Version": "2012-10-17",
                        "Statement": [
                            [
                                "Action": "sqs:SendMessage", "Effect": "Allow", "Principal": principal,
                                "Resource": queue, "Condition": ["ArnEquals": ["aws:SourceArn": source]],
                            ]
                        ],
                    ]
                ), ("Queues", [url]),
            ])
    }
}
