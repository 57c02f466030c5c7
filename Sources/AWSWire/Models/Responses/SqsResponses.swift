// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `sqs`.
    static let sqs = ModelReader.read(
        #"""
        service sqs - - - - coral
        action cancelMessageMoveTask - CancelMessageMoveTaskResult
        action changeMessageVisibilityBatch - ChangeMessageVisibilityBatchResult
        action createQueue - CreateQueueResult
        action deleteMessageBatch - DeleteMessageBatchResult
        action getQueueAttributes - GetQueueAttributesResult
        action getQueueUrl - GetQueueUrlResult
        action listDeadLetterSourceQueues - ListDeadLetterSourceQueuesResult
        action listMessageMoveTasks - ListMessageMoveTasksResult
        action listQueueTags - ListQueueTagsResult
        action listQueues - ListQueuesResult
        action receiveMessage - ReceiveMessageResult
        action sendMessage - SendMessageResult
        action sendMessageBatch - SendMessageBatchResult
        action startMessageMoveTask - StartMessageMoveTaskResult
        blob -blob
        boolean -boolean
        integer -integer
        list BatchResultErrorEntryList BatchResultErrorEntry -
        list BinaryList -blob -
        list ChangeMessageVisibilityBatchResultEntryList ChangeMessageVisibilityBatchResultEntry -
        list DeleteMessageBatchResultEntryList DeleteMessageBatchResultEntry -
        list ListMessageMoveTasksResultEntryList ListMessageMoveTasksResultEntry -
        list MessageList Message -
        list QueueUrlList -string -
        list SendMessageBatchResultEntryList SendMessageBatchResultEntry -
        list StringList -string -
        map MessageBodyAttributeMap -string MessageAttributeValue - -
        map MessageSystemAttributeMap MessageSystemAttributeName -string - -
        map QueueAttributeMap QueueAttributeName -string - -
        map TagMap -string -string - -
        string -string
        string MessageSystemAttributeName enum All,SenderId,SentTimestamp,ApproximateReceiveCount,ApproximateFirstReceiveTimestamp,SequenceNumber,MessageDeduplicationId,MessageGroupId,AWSTraceHeader,DeadLetterQueueSourceArn
        string QueueAttributeName enum All,Policy,VisibilityTimeout,MaximumMessageSize,MessageRetentionPeriod,ApproximateNumberOfMessages,ApproximateNumberOfMessagesNotVisible,CreatedTimestamp,LastModifiedTimestamp,QueueArn,ApproximateNumberOfMessagesDelayed,DelaySeconds,ReceiveMessageWaitTimeSeconds,RedrivePolicy,FifoQueue,ContentBasedDeduplication,KmsMasterKeyId,KmsDataKeyReusePeriodSeconds,DeduplicationScope,FifoThroughputLimit,RedriveAllowPolicy,SqsManagedSseEnabled
        structure BatchResultErrorEntry Id*:-string SenderFault*:-boolean Code*:-string Message:-string
        structure CancelMessageMoveTaskResult ApproximateNumberOfMessagesMoved:-integer
        structure ChangeMessageVisibilityBatchResult Successful*:ChangeMessageVisibilityBatchResultEntryList Failed*:BatchResultErrorEntryList
        structure ChangeMessageVisibilityBatchResultEntry Id*:-string
        structure CreateQueueResult QueueUrl:-string
        structure DeleteMessageBatchResult Successful*:DeleteMessageBatchResultEntryList Failed*:BatchResultErrorEntryList
        structure DeleteMessageBatchResultEntry Id*:-string
        structure GetQueueAttributesResult Attributes:QueueAttributeMap
        structure GetQueueUrlResult QueueUrl:-string
        structure ListDeadLetterSourceQueuesResult QueueUrls*:QueueUrlList NextToken:-string
        structure ListMessageMoveTasksResult Results:ListMessageMoveTasksResultEntryList
        structure ListMessageMoveTasksResultEntry TaskHandle:-string Status:-string SourceArn:-string DestinationArn:-string MaxNumberOfMessagesPerSecond:-integer ApproximateNumberOfMessagesMoved:-integer ApproximateNumberOfMessagesToMove:-integer FailureReason:-string StartedTimestamp:-integer
        structure ListQueueTagsResult Tags:TagMap
        structure ListQueuesResult QueueUrls:QueueUrlList NextToken:-string
        structure Message MessageId:-string ReceiptHandle:-string Md5OfBody:-string Body:-string Attributes:MessageSystemAttributeMap Md5OfMessageAttributes:-string MessageAttributes:MessageBodyAttributeMap
        structure MessageAttributeValue StringValue:-string BinaryValue:-blob StringListValues:StringList BinaryListValues:BinaryList DataType*:-string
        structure ReceiveMessageResult Messages:MessageList
        structure SendMessageBatchResult Successful*:SendMessageBatchResultEntryList Failed*:BatchResultErrorEntryList
        structure SendMessageBatchResultEntry Id*:-string MessageId*:-string Md5OfMessageBody*:-string Md5OfMessageAttributes:-string Md5OfMessageSystemAttributes:-string SequenceNumber:-string
        structure SendMessageResult Md5OfMessageBody:-string Md5OfMessageAttributes:-string Md5OfMessageSystemAttributes:-string MessageId:-string SequenceNumber:-string
        structure StartMessageMoveTaskResult TaskHandle:-string
        """#)
}
