// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `logs`.
    package static let logs = ModelReader.read(
        #"""
        service logs json 1.1 Logs_20140328 2014-03-28 parameter
        action CreateLogGroup CreateLogGroupRequest -
        action DeleteLogGroup DeleteLogGroupRequest -
        action DescribeLogGroups DescribeLogGroupsRequest DescribeLogGroupsResponse
        action CreateLogStream CreateLogStreamRequest -
        action DeleteLogStream DeleteLogStreamRequest -
        action DescribeLogStreams DescribeLogStreamsRequest DescribeLogStreamsResponse
        action PutLogEvents PutLogEventsRequest PutLogEventsResponse
        action GetLogEvents GetLogEventsRequest GetLogEventsResponse
        action FilterLogEvents FilterLogEventsRequest FilterLogEventsResponse
        action PutRetentionPolicy PutRetentionPolicyRequest -
        action DeleteRetentionPolicy DeleteRetentionPolicyRequest -
        action TagResource TagResourceRequest -
        action UntagResource UntagResourceRequest -
        action ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResponse
        action TagLogGroup TagLogGroupRequest -
        action UntagLogGroup UntagLogGroupRequest -
        action ListTagsLogGroup ListTagsLogGroupRequest ListTagsLogGroupResponse
        error DataAlreadyAcceptedException 400 DataAlreadyAcceptedException message
        error InvalidParameterException 400 InvalidParameterException message
        error InvalidSequenceTokenException 400 InvalidSequenceTokenException message
        error LimitExceededException 400 LimitExceededException message
        error OperationAbortedException 400 OperationAbortedException message
        error ResourceAlreadyExistsException 400 ResourceAlreadyExistsException message
        error ResourceNotFoundException 400 ResourceNotFoundException message
        error ServiceUnavailableException 500 ServiceUnavailableException message
        error TooManyTagsException 400 TooManyTagsException message
        error UnrecognizedClientException 400 UnrecognizedClientException message
        error ValidationException 400 ValidationException message
        string AccountId 12..12 pattern ^\d{12}$
        list AccountIds AccountId member 0..20
        string AmazonResourceName 1..1011 pattern [\w+=/:,.@-]*
        string Arn
        boolean BearerTokenAuthenticationEnabled
        structure CreateLogGroupRequest logGroupName*:LogGroupName kmsKeyId:KmsKeyId tags:Tags logGroupClass:LogGroupClass deletionProtectionEnabled:DeletionProtectionEnabled
        structure CreateLogStreamRequest logGroupName*:LogGroupName logStreamName*:LogStreamName
        string DataProtectionStatus enum ACTIVATED,DELETED,ARCHIVED,DISABLED
        integer Days
        structure DeleteLogGroupRequest logGroupName*:LogGroupName
        structure DeleteLogStreamRequest logGroupName*:LogGroupName logStreamName*:LogStreamName
        structure DeleteRetentionPolicyRequest logGroupName*:LogGroupName
        boolean DeletionProtectionEnabled
        boolean Descending
        integer DescribeLimit 1..50
        list DescribeLogGroupsLogGroupIdentifiers LogGroupIdentifier member 1..50
        structure DescribeLogGroupsRequest accountIdentifiers:AccountIds logGroupNamePrefix:LogGroupName logGroupNamePattern:LogGroupNamePattern nextToken:NextToken limit:DescribeLimit includeLinkedAccounts:IncludeLinkedAccounts logGroupClass:LogGroupClass logGroupIdentifiers:DescribeLogGroupsLogGroupIdentifiers
        structure DescribeLogGroupsResponse logGroups:LogGroups nextToken:NextToken
        structure DescribeLogStreamsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNamePrefix:LogStreamName orderBy:OrderBy descending:Descending nextToken:NextToken limit:DescribeLimit
        structure DescribeLogStreamsResponse logStreams:LogStreams nextToken:NextToken
        structure Entity keyAttributes:EntityKeyAttributes attributes:EntityAttributes
        map EntityAttributes EntityAttributesKey EntityAttributesValue key value 0..10
        string EntityAttributesKey 1..256
        string EntityAttributesValue 1..512
        map EntityKeyAttributes EntityKeyAttributesKey EntityKeyAttributesValue key value 2..4
        string EntityKeyAttributesKey 1..32
        string EntityKeyAttributesValue 1..512
        string EntityRejectionErrorType enum InvalidEntity,InvalidTypeValue,InvalidKeyAttributes,InvalidAttributes,EntitySizeTooLarge,UnsupportedLogGroupType,MissingRequiredFields
        string EventId
        string EventMessage 1..
        integer EventsLimit 1..10000
        integer FilterCount
        structure FilterLogEventsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNames:InputLogStreamNames logStreamNamePrefix:LogStreamName startTime:Timestamp endTime:Timestamp filterPattern:FilterPattern nextToken:NextToken limit:EventsLimit interleaved:Interleaved unmask:Unmask
        structure FilterLogEventsResponse events:FilteredLogEvents searchedLogStreams:SearchedLogStreams nextToken:NextToken
        string FilterPattern 0..1024
        structure FilteredLogEvent logStreamName:LogStreamName timestamp:Timestamp message:EventMessage ingestionTime:Timestamp eventId:EventId
        list FilteredLogEvents FilteredLogEvent member
        structure GetLogEventsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamName*:LogStreamName startTime:Timestamp endTime:Timestamp nextToken:NextToken limit:EventsLimit startFromHead:StartFromHead unmask:Unmask
        structure GetLogEventsResponse events:OutputLogEvents nextForwardToken:NextToken nextBackwardToken:NextToken
        boolean IncludeLinkedAccounts
        list InheritedProperties InheritedProperty member
        string InheritedProperty enum ACCOUNT_DATA_PROTECTION
        structure InputLogEvent timestamp*:Timestamp message*:EventMessage
        list InputLogEvents InputLogEvent member 1..10000
        list InputLogStreamNames LogStreamName member 1..100
        boolean Interleaved
        string KmsKeyId ..256
        structure ListTagsForResourceRequest resourceArn*:AmazonResourceName
        structure ListTagsForResourceResponse tags:Tags
        structure ListTagsLogGroupRequest logGroupName*:LogGroupName
        structure ListTagsLogGroupResponse tags:Tags
        integer LogEventIndex
        structure LogGroup logGroupName:LogGroupName creationTime:Timestamp retentionInDays:Days metricFilterCount:FilterCount arn:Arn storedBytes:StoredBytes kmsKeyId:KmsKeyId dataProtectionStatus:DataProtectionStatus inheritedProperties:InheritedProperties logGroupClass:LogGroupClass logGroupArn:Arn deletionProtectionEnabled:DeletionProtectionEnabled bearerTokenAuthenticationEnabled:BearerTokenAuthenticationEnabled
        string LogGroupClass enum STANDARD,INFREQUENT_ACCESS,DELIVERY
        string LogGroupIdentifier 1..2048 pattern [\w#+=/:,.@-]*
        string LogGroupName 1..512 pattern [\.\-_/#A-Za-z0-9]+
        string LogGroupNamePattern 0..512 pattern [\.\-_/#A-Za-z0-9]*
        list LogGroups LogGroup member
        structure LogStream logStreamName:LogStreamName creationTime:Timestamp firstEventTimestamp:Timestamp lastEventTimestamp:Timestamp lastIngestionTime:Timestamp uploadSequenceToken:SequenceToken arn:Arn storedBytes:StoredBytes
        string LogStreamName 1..512 pattern [^:*]*
        boolean LogStreamSearchedCompletely
        list LogStreams LogStream member
        string NextToken 1..
        string OrderBy enum LogStreamName,LastEventTime
        structure OutputLogEvent timestamp:Timestamp message:EventMessage ingestionTime:Timestamp
        list OutputLogEvents OutputLogEvent member
        structure PutLogEventsRequest logGroupName*:LogGroupName logStreamName*:LogStreamName logEvents*:InputLogEvents sequenceToken:SequenceToken entity:Entity
        structure PutLogEventsResponse nextSequenceToken:SequenceToken rejectedLogEventsInfo:RejectedLogEventsInfo rejectedEntityInfo:RejectedEntityInfo
        structure PutRetentionPolicyRequest logGroupName*:LogGroupName retentionInDays*:Days
        structure RejectedEntityInfo errorType*:EntityRejectionErrorType
        structure RejectedLogEventsInfo tooNewLogEventStartIndex:LogEventIndex tooOldLogEventEndIndex:LogEventIndex expiredLogEventEndIndex:LogEventIndex
        structure SearchedLogStream logStreamName:LogStreamName searchedCompletely:LogStreamSearchedCompletely
        list SearchedLogStreams SearchedLogStream member
        string SequenceToken 1..
        boolean StartFromHead
        long StoredBytes 0..
        string TagKey 1..128 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$
        list TagKeyList TagKey member 0..50
        list TagList TagKey member 1..
        structure TagLogGroupRequest logGroupName*:LogGroupName tags*:Tags
        structure TagResourceRequest resourceArn*:AmazonResourceName tags*:Tags
        string TagValue ..256 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$
        map Tags TagKey TagValue key value 1..50
        long Timestamp 0..
        boolean Unmask
        structure UntagLogGroupRequest logGroupName*:LogGroupName tags*:TagList
        structure UntagResourceRequest resourceArn*:AmazonResourceName tagKeys*:TagKeyList
        """#)
}
