// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `sqs`.
    package static let sqs = ModelReader.read(
        #"""
        service sqs json 1.0 AmazonSQS 2012-11-05 sqs
        namespace http://queue.amazonaws.com/doc/2012-11-05/
        action AddPermission AddPermissionRequest -
        action CancelMessageMoveTask CancelMessageMoveTaskRequest CancelMessageMoveTaskResult
        action ChangeMessageVisibility ChangeMessageVisibilityRequest -
        action ChangeMessageVisibilityBatch ChangeMessageVisibilityBatchRequest ChangeMessageVisibilityBatchResult
        action CreateQueue CreateQueueRequest CreateQueueResult
        action DeleteMessage DeleteMessageRequest -
        action DeleteMessageBatch DeleteMessageBatchRequest DeleteMessageBatchResult
        action DeleteQueue DeleteQueueRequest -
        action GetQueueAttributes GetQueueAttributesRequest GetQueueAttributesResult
        action GetQueueUrl GetQueueUrlRequest GetQueueUrlResult
        action ListDeadLetterSourceQueues ListDeadLetterSourceQueuesRequest ListDeadLetterSourceQueuesResult
        action ListMessageMoveTasks ListMessageMoveTasksRequest ListMessageMoveTasksResult
        action ListQueueTags ListQueueTagsRequest ListQueueTagsResult
        action ListQueues ListQueuesRequest ListQueuesResult
        action PurgeQueue PurgeQueueRequest -
        action ReceiveMessage ReceiveMessageRequest ReceiveMessageResult
        action RemovePermission RemovePermissionRequest -
        action SendMessage SendMessageRequest SendMessageResult
        action SendMessageBatch SendMessageBatchRequest SendMessageBatchResult
        action SetQueueAttributes SetQueueAttributesRequest -
        action StartMessageMoveTask StartMessageMoveTaskRequest StartMessageMoveTaskResult
        action TagQueue TagQueueRequest -
        action UntagQueue UntagQueueRequest -
        error BatchEntryIdsNotDistinct 400 AWS.SimpleQueueService.BatchEntryIdsNotDistinct message
        error BatchRequestTooLong 400 AWS.SimpleQueueService.BatchRequestTooLong message
        error EmptyBatchRequest 400 AWS.SimpleQueueService.EmptyBatchRequest message
        error InvalidAddress 400 InvalidAddress message
        error InvalidAttributeName 400 InvalidAttributeName message
        error InvalidAttributeValue 400 InvalidAttributeValue message
        error InvalidBatchEntryId 400 AWS.SimpleQueueService.InvalidBatchEntryId message
        error InvalidIdFormat 400 InvalidIdFormat message
        error InvalidMessageContents 400 InvalidMessageContents message
        error InvalidSecurity 400 InvalidSecurity message
        error KmsAccessDenied 400 KMS.AccessDeniedException message
        error KmsDisabled 400 KMS.DisabledException message
        error KmsInvalidKeyUsage 400 KMS.InvalidKeyUsageException message
        error KmsInvalidState 400 KMS.InvalidStateException message
        error KmsNotFound 400 KMS.NotFoundException message
        error KmsOptInRequired 400 KMS.OptInRequired message
        error KmsThrottled 400 KMS.ThrottlingException message
        error MessageNotInflight 400 AWS.SimpleQueueService.MessageNotInflight message
        error OverLimit 400 OverLimit message
        error PurgeQueueInProgress 400 AWS.SimpleQueueService.PurgeQueueInProgress message
        error QueueDeletedRecently 400 AWS.SimpleQueueService.QueueDeletedRecently message
        error QueueDoesNotExist 400 AWS.SimpleQueueService.NonExistentQueue message
        error QueueNameExists 400 QueueAlreadyExists message
        error ReceiptHandleIsInvalid 400 ReceiptHandleIsInvalid message
        error RequestThrottled 400 RequestThrottled message
        error ResourceNotFoundException 400 ResourceNotFoundException message
        error TooManyEntriesInBatchRequest 400 AWS.SimpleQueueService.TooManyEntriesInBatchRequest message
        error UnsupportedOperation 400 AWS.SimpleQueueService.UnsupportedOperation message
        list AWSAccountIdList String member flat
        list ActionNameList String member flat
        structure AddPermissionRequest QueueUrl*:String Label*:String AWSAccountIds*:AWSAccountIdList=AWSAccountId Actions*:ActionNameList=ActionName
        list AttributeNameList QueueAttributeName member flat
        structure BatchResultErrorEntry Id*:String SenderFault*:Boolean Code*:String Message:String
        list BatchResultErrorEntryList BatchResultErrorEntry member flat
        blob Binary
        list BinaryList~flat Binary member flat
        boolean Boolean
        integer BoxedInteger
        structure CancelMessageMoveTaskRequest TaskHandle*:String
        structure CancelMessageMoveTaskResult ApproximateNumberOfMessagesMoved:Long
        structure ChangeMessageVisibilityBatchRequest QueueUrl*:String Entries*:ChangeMessageVisibilityBatchRequestEntryList=ChangeMessageVisibilityBatchRequestEntry
        structure ChangeMessageVisibilityBatchRequestEntry Id*:String ReceiptHandle*:String VisibilityTimeout:NullableInteger
        list ChangeMessageVisibilityBatchRequestEntryList ChangeMessageVisibilityBatchRequestEntry member flat
        structure ChangeMessageVisibilityBatchResult Successful*:ChangeMessageVisibilityBatchResultEntryList=ChangeMessageVisibilityBatchResultEntry Failed*:BatchResultErrorEntryList=BatchResultErrorEntry
        structure ChangeMessageVisibilityBatchResultEntry Id*:String
        list ChangeMessageVisibilityBatchResultEntryList ChangeMessageVisibilityBatchResultEntry member flat
        structure ChangeMessageVisibilityRequest QueueUrl*:String ReceiptHandle*:String VisibilityTimeout*:NullableInteger
        structure CreateQueueRequest QueueName*:String Attributes:QueueAttributeMap=Attribute tags:TagMap=Tag
        structure CreateQueueResult QueueUrl:String
        structure DeleteMessageBatchRequest QueueUrl*:String Entries*:DeleteMessageBatchRequestEntryList=DeleteMessageBatchRequestEntry
        structure DeleteMessageBatchRequestEntry Id*:String ReceiptHandle*:String
        list DeleteMessageBatchRequestEntryList DeleteMessageBatchRequestEntry member flat
        structure DeleteMessageBatchResult Successful*:DeleteMessageBatchResultEntryList=DeleteMessageBatchResultEntry Failed*:BatchResultErrorEntryList=BatchResultErrorEntry
        structure DeleteMessageBatchResultEntry Id*:String
        list DeleteMessageBatchResultEntryList DeleteMessageBatchResultEntry member flat
        structure DeleteMessageRequest QueueUrl*:String ReceiptHandle*:String
        structure DeleteQueueRequest QueueUrl*:String
        structure GetQueueAttributesRequest QueueUrl*:String AttributeNames:AttributeNameList=AttributeName
        structure GetQueueAttributesResult Attributes:QueueAttributeMap=Attribute
        structure GetQueueUrlRequest QueueName*:String QueueOwnerAWSAccountId:String
        structure GetQueueUrlResult QueueUrl:String
        structure ListDeadLetterSourceQueuesRequest QueueUrl*:String NextToken:Token MaxResults:BoxedInteger
        structure ListDeadLetterSourceQueuesResult queueUrls*:QueueUrlList=QueueUrl NextToken:Token
        structure ListMessageMoveTasksRequest SourceArn*:String MaxResults:NullableInteger
        structure ListMessageMoveTasksResult Results:ListMessageMoveTasksResultEntryList=ListMessageMoveTasksResultEntry
        structure ListMessageMoveTasksResultEntry TaskHandle:String Status:String SourceArn:String DestinationArn:String MaxNumberOfMessagesPerSecond:NullableInteger ApproximateNumberOfMessagesMoved:Long ApproximateNumberOfMessagesToMove:NullableLong FailureReason:String StartedTimestamp:Long
        list ListMessageMoveTasksResultEntryList ListMessageMoveTasksResultEntry member flat
        structure ListQueueTagsRequest QueueUrl*:String
        structure ListQueueTagsResult Tags:TagMap=Tag
        structure ListQueuesRequest QueueNamePrefix:String NextToken:Token MaxResults:BoxedInteger
        structure ListQueuesResult QueueUrls:QueueUrlList=QueueUrl NextToken:Token
        long Long
        structure Message MessageId:String ReceiptHandle:String MD5OfBody:String Body:String Attributes:MessageSystemAttributeMap=Attribute MD5OfMessageAttributes:String MessageAttributes:MessageBodyAttributeMap=MessageAttribute
        string MessageAttributeName
        list MessageAttributeNameList MessageAttributeName member flat
        structure MessageAttributeValue StringValue:String BinaryValue:Binary StringListValues:StringList~flat=StringListValue BinaryListValues:BinaryList~flat=BinaryListValue DataType*:String
        map MessageBodyAttributeMap String MessageAttributeValue Name Value flat
        map MessageBodySystemAttributeMap MessageSystemAttributeNameForSends MessageSystemAttributeValue Name Value flat
        list MessageList Message member flat
        list MessageSystemAttributeList MessageSystemAttributeName member flat
        map MessageSystemAttributeMap MessageSystemAttributeName String Name Value flat
        string MessageSystemAttributeName enum All,SenderId,SentTimestamp,ApproximateReceiveCount,ApproximateFirstReceiveTimestamp,SequenceNumber,MessageDeduplicationId,MessageGroupId,AWSTraceHeader,DeadLetterQueueSourceArn
        string MessageSystemAttributeNameForSends enum AWSTraceHeader
        structure MessageSystemAttributeValue StringValue:String BinaryValue:Binary StringListValues:StringList~flat=StringListValue BinaryListValues:BinaryList~flat=BinaryListValue DataType*:String
        integer NullableInteger
        long NullableLong
        structure PurgeQueueRequest QueueUrl*:String
        map QueueAttributeMap QueueAttributeName String Name Value flat
        string QueueAttributeName enum All,Policy,VisibilityTimeout,MaximumMessageSize,MessageRetentionPeriod,ApproximateNumberOfMessages,ApproximateNumberOfMessagesNotVisible,CreatedTimestamp,LastModifiedTimestamp,QueueArn,ApproximateNumberOfMessagesDelayed,DelaySeconds,ReceiveMessageWaitTimeSeconds,RedrivePolicy,FifoQueue,ContentBasedDeduplication,KmsMasterKeyId,KmsDataKeyReusePeriodSeconds,DeduplicationScope,FifoThroughputLimit,RedriveAllowPolicy,SqsManagedSseEnabled
        list QueueUrlList String member flat
        structure ReceiveMessageRequest QueueUrl*:String AttributeNames:AttributeNameList=AttributeName MessageSystemAttributeNames:MessageSystemAttributeList=MessageSystemAttributeName MessageAttributeNames:MessageAttributeNameList=MessageAttributeName MaxNumberOfMessages:NullableInteger VisibilityTimeout:NullableInteger WaitTimeSeconds:NullableInteger ReceiveRequestAttemptId:String
        structure ReceiveMessageResult Messages:MessageList=Message
        structure RemovePermissionRequest QueueUrl*:String Label*:String
        structure SendMessageBatchRequest QueueUrl*:String Entries*:SendMessageBatchRequestEntryList=SendMessageBatchRequestEntry
        structure SendMessageBatchRequestEntry Id*:String MessageBody*:String DelaySeconds:NullableInteger MessageAttributes:MessageBodyAttributeMap=MessageAttribute MessageSystemAttributes:MessageBodySystemAttributeMap=MessageSystemAttribute MessageDeduplicationId:String MessageGroupId:String
        list SendMessageBatchRequestEntryList SendMessageBatchRequestEntry member flat
        structure SendMessageBatchResult Successful*:SendMessageBatchResultEntryList=SendMessageBatchResultEntry Failed*:BatchResultErrorEntryList=BatchResultErrorEntry
        structure SendMessageBatchResultEntry Id*:String MessageId*:String MD5OfMessageBody*:String MD5OfMessageAttributes:String MD5OfMessageSystemAttributes:String SequenceNumber:String
        list SendMessageBatchResultEntryList SendMessageBatchResultEntry member flat
        structure SendMessageRequest QueueUrl*:String MessageBody*:String DelaySeconds:NullableInteger MessageAttributes:MessageBodyAttributeMap=MessageAttribute MessageSystemAttributes:MessageBodySystemAttributeMap=MessageSystemAttribute MessageDeduplicationId:String MessageGroupId:String
        structure SendMessageResult MD5OfMessageBody:String MD5OfMessageAttributes:String MD5OfMessageSystemAttributes:String MessageId:String SequenceNumber:String
        structure SetQueueAttributesRequest QueueUrl*:String Attributes*:QueueAttributeMap=Attribute
        structure StartMessageMoveTaskRequest SourceArn*:String DestinationArn:String MaxNumberOfMessagesPerSecond:NullableInteger
        structure StartMessageMoveTaskResult TaskHandle:String
        string String
        list StringList~flat String member flat
        string TagKey
        list TagKeyList TagKey member flat
        map TagMap TagKey TagValue Key Value flat
        structure TagQueueRequest QueueUrl*:String Tags*:TagMap=Tag
        string TagValue
        string Token
        structure UntagQueueRequest QueueUrl*:String TagKeys*:TagKeyList=TagKey
        """#)
}
