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
        action StartLiveTail StartLiveTailRequest StartLiveTailResponse
        action GetLogRecord GetLogRecordRequest GetLogRecordResponse
        action PutSubscriptionFilter PutSubscriptionFilterRequest -
        action DescribeSubscriptionFilters DescribeSubscriptionFiltersRequest DescribeSubscriptionFiltersResponse
        action DeleteSubscriptionFilter DeleteSubscriptionFilterRequest -
        action PutMetricFilter PutMetricFilterRequest -
        action DescribeMetricFilters DescribeMetricFiltersRequest DescribeMetricFiltersResponse
        action DeleteMetricFilter DeleteMetricFilterRequest -
        action TestMetricFilter TestMetricFilterRequest TestMetricFilterResponse
        action PutResourcePolicy PutResourcePolicyRequest PutResourcePolicyResponse
        action DescribeResourcePolicies DescribeResourcePoliciesRequest DescribeResourcePoliciesResponse
        action DeleteResourcePolicy DeleteResourcePolicyRequest -
        action GetLogGroupFields GetLogGroupFieldsRequest GetLogGroupFieldsResponse
        action ListLogGroups ListLogGroupsRequest ListLogGroupsResponse
        action AssociateKmsKey AssociateKmsKeyRequest -
        action DisassociateKmsKey DisassociateKmsKeyRequest -
        action PutLogGroupDeletionProtection PutLogGroupDeletionProtectionRequest -
        error AccessDeniedException 400 AccessDeniedException message
        error DataAlreadyAcceptedException 400 DataAlreadyAcceptedException message
        error InvalidOperationException 400 InvalidOperationException message
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
        boolean ApplyOnTransformedLogs
        string Arn
        structure AssociateKmsKeyRequest logGroupName:LogGroupName kmsKeyId*:KmsKeyId resourceIdentifier:ResourceIdentifier
        boolean BearerTokenAuthenticationEnabled
        structure CreateLogGroupRequest logGroupName*:LogGroupName kmsKeyId:KmsKeyId tags:Tags logGroupClass:LogGroupClass deletionProtectionEnabled:DeletionProtectionEnabled
        structure CreateLogStreamRequest logGroupName*:LogGroupName logStreamName*:LogStreamName
        string DataProtectionStatus enum ACTIVATED,DELETED,ARCHIVED,DISABLED
        structure DataSourceFilter name*:DataSourceName type:DataSourceType
        list DataSourceFilters DataSourceFilter member 1..5
        string DataSourceName
        string DataSourceType
        integer Days
        double DefaultValue
        structure DeleteLogGroupRequest logGroupName*:LogGroupName
        structure DeleteLogStreamRequest logGroupName*:LogGroupName logStreamName*:LogStreamName
        structure DeleteMetricFilterRequest logGroupName*:LogGroupName filterName*:FilterName
        structure DeleteResourcePolicyRequest policyName:PolicyName resourceArn:Arn expectedRevisionId:ExpectedRevisionId
        structure DeleteRetentionPolicyRequest logGroupName*:LogGroupName
        structure DeleteSubscriptionFilterRequest logGroupName*:LogGroupName filterName*:FilterName
        boolean DeletionProtectionEnabled
        boolean Descending
        integer DescribeLimit 1..50
        list DescribeLogGroupsLogGroupIdentifiers LogGroupIdentifier member 1..50
        structure DescribeLogGroupsRequest accountIdentifiers:AccountIds logGroupNamePrefix:LogGroupName logGroupNamePattern:LogGroupNamePattern nextToken:NextToken limit:DescribeLimit includeLinkedAccounts:IncludeLinkedAccounts logGroupClass:LogGroupClass logGroupIdentifiers:DescribeLogGroupsLogGroupIdentifiers
        structure DescribeLogGroupsResponse logGroups:LogGroups nextToken:NextToken
        structure DescribeLogStreamsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNamePrefix:LogStreamName orderBy:OrderBy descending:Descending nextToken:NextToken limit:DescribeLimit
        structure DescribeLogStreamsResponse logStreams:LogStreams nextToken:NextToken
        structure DescribeMetricFiltersRequest logGroupName:LogGroupName filterNamePrefix:FilterName nextToken:NextToken limit:DescribeLimit metricName:MetricName metricNamespace:MetricNamespace
        structure DescribeMetricFiltersResponse metricFilters:MetricFilters nextToken:NextToken
        structure DescribeResourcePoliciesRequest nextToken:NextToken limit:DescribeLimit resourceArn:Arn policyScope:PolicyScope
        structure DescribeResourcePoliciesResponse resourcePolicies:ResourcePolicies nextToken:NextToken
        structure DescribeSubscriptionFiltersRequest logGroupName*:LogGroupName filterNamePrefix:FilterName nextToken:NextToken limit:DescribeLimit
        structure DescribeSubscriptionFiltersResponse subscriptionFilters:SubscriptionFilters nextToken:NextToken
        string DestinationArn 1..
        map Dimensions DimensionsKey DimensionsValue key value
        string DimensionsKey ..255
        string DimensionsValue ..255
        structure DisassociateKmsKeyRequest logGroupName:LogGroupName resourceIdentifier:ResourceIdentifier
        string Distribution enum Random,ByLogStream
        list EmitSystemFields SystemField member
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
        long EventNumber
        integer EventsLimit 1..10000
        string ExpectedRevisionId 1..
        map ExtractedValues Token Value key value
        string Field
        string FieldIndexName 1..512 pattern [\.\-_/#A-Za-z0-9]+
        list FieldIndexNames FieldIndexName member 1..20
        string FieldSelectionCriteria 0..2000
        integer FilterCount
        structure FilterLogEventsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamNames:InputLogStreamNames logStreamNamePrefix:LogStreamName startTime:Timestamp endTime:Timestamp filterPattern:FilterPattern nextToken:NextToken limit:EventsLimit interleaved:Interleaved unmask:Unmask
        structure FilterLogEventsResponse events:FilteredLogEvents searchedLogStreams:SearchedLogStreams nextToken:NextToken
        string FilterName 1..512 pattern [^:*]*
        string FilterPattern 0..1024
        structure FilteredLogEvent logStreamName:LogStreamName timestamp:Timestamp message:EventMessage ingestionTime:Timestamp eventId:EventId
        list FilteredLogEvents FilteredLogEvent member
        structure GetLogEventsRequest logGroupName:LogGroupName logGroupIdentifier:LogGroupIdentifier logStreamName*:LogStreamName startTime:Timestamp endTime:Timestamp nextToken:NextToken limit:EventsLimit startFromHead:StartFromHead unmask:Unmask
        structure GetLogEventsResponse events:OutputLogEvents nextForwardToken:NextToken nextBackwardToken:NextToken
        structure GetLogGroupFieldsRequest logGroupName:LogGroupName time:Timestamp logGroupIdentifier:LogGroupIdentifier
        structure GetLogGroupFieldsResponse logGroupFields:LogGroupFieldList
        structure GetLogRecordRequest logRecordPointer*:LogRecordPointer unmask:Unmask
        structure GetLogRecordResponse logRecord:LogRecord
        boolean IncludeLinkedAccounts
        list InheritedProperties InheritedProperty member
        string InheritedProperty enum ACCOUNT_DATA_PROTECTION
        structure InputLogEvent timestamp*:Timestamp message*:EventMessage
        list InputLogEvents InputLogEvent member 1..10000
        list InputLogStreamNames LogStreamName member 1..100
        boolean Interleaved
        boolean IsSampled
        string KmsKeyId ..256
        integer ListLimit 1..1000
        structure ListLogGroupsRequest logGroupNamePattern:LogGroupNameRegexPattern logGroupClass:LogGroupClass includeLinkedAccounts:IncludeLinkedAccounts accountIdentifiers:AccountIds nextToken:NextToken limit:ListLimit dataSources:DataSourceFilters fieldIndexNames:FieldIndexNames logGroupTags:TagFilters
        structure ListLogGroupsResponse logGroups:LogGroupSummaries nextToken:NextToken
        structure ListTagsForResourceRequest resourceArn*:AmazonResourceName
        structure ListTagsForResourceResponse tags:Tags
        structure ListTagsLogGroupRequest logGroupName*:LogGroupName
        structure ListTagsLogGroupResponse tags:Tags
        structure LiveTailSessionLogEvent logStreamName:LogStreamName logGroupIdentifier:LogGroupIdentifier message:EventMessage timestamp:Timestamp ingestionTime:Timestamp
        structure LiveTailSessionMetadata sampled:IsSampled
        list LiveTailSessionResults LiveTailSessionLogEvent member
        structure LiveTailSessionStart requestId:RequestId sessionId:SessionId logGroupIdentifiers:StartLiveTailLogGroupIdentifiers logStreamNames:InputLogStreamNames logStreamNamePrefixes:InputLogStreamNames logEventFilterPattern:FilterPattern
        structure LiveTailSessionUpdate sessionMetadata:LiveTailSessionMetadata sessionResults:LiveTailSessionResults
        integer LogEventIndex
        structure LogGroup logGroupName:LogGroupName creationTime:Timestamp retentionInDays:Days metricFilterCount:FilterCount arn:Arn storedBytes:StoredBytes kmsKeyId:KmsKeyId dataProtectionStatus:DataProtectionStatus inheritedProperties:InheritedProperties logGroupClass:LogGroupClass logGroupArn:Arn deletionProtectionEnabled:DeletionProtectionEnabled bearerTokenAuthenticationEnabled:BearerTokenAuthenticationEnabled
        string LogGroupClass enum STANDARD,INFREQUENT_ACCESS,DELIVERY
        structure LogGroupField name:Field percent:Percentage
        list LogGroupFieldList LogGroupField member
        string LogGroupIdentifier 1..2048 pattern [\w#+=/:,.@-]*
        string LogGroupName 1..512 pattern [\.\-_/#A-Za-z0-9]+
        string LogGroupNamePattern 0..512 pattern [\.\-_/#A-Za-z0-9]*
        string LogGroupNameRegexPattern 3..129 pattern (\^?[\.\-_\/#A-Za-z0-9]{3,24})(\|\^?[\.\-_\/#A-Za-z0-9]{3,24}){0,4}
        list LogGroupSummaries LogGroupSummary member
        structure LogGroupSummary logGroupName:LogGroupName logGroupArn:Arn logGroupClass:LogGroupClass
        list LogGroups LogGroup member
        map LogRecord Field Value key value
        string LogRecordPointer
        structure LogStream logStreamName:LogStreamName creationTime:Timestamp firstEventTimestamp:Timestamp lastEventTimestamp:Timestamp lastIngestionTime:Timestamp uploadSequenceToken:SequenceToken arn:Arn storedBytes:StoredBytes
        string LogStreamName 1..512 pattern [^:*]*
        boolean LogStreamSearchedCompletely
        list LogStreams LogStream member
        string Message
        structure MetricFilter filterName:FilterName filterPattern:FilterPattern metricTransformations:MetricTransformations creationTime:Timestamp logGroupName:LogGroupName applyOnTransformedLogs:ApplyOnTransformedLogs fieldSelectionCriteria:FieldSelectionCriteria emitSystemFieldDimensions:EmitSystemFields
        structure MetricFilterMatchRecord eventNumber:EventNumber eventMessage:EventMessage extractedValues:ExtractedValues
        list MetricFilterMatches MetricFilterMatchRecord member
        list MetricFilters MetricFilter member
        string MetricName ..255 pattern [^:*$]*
        string MetricNamespace ..255 pattern [^:*$]*
        structure MetricTransformation metricName*:MetricName metricNamespace*:MetricNamespace metricValue*:MetricValue defaultValue:DefaultValue dimensions:Dimensions unit:StandardUnit
        list MetricTransformations MetricTransformation member 1..1
        string MetricValue ..100
        string NextToken 1..
        string OrderBy enum LogStreamName,LastEventTime
        structure OutputLogEvent timestamp:Timestamp message:EventMessage ingestionTime:Timestamp
        list OutputLogEvents OutputLogEvent member
        integer Percentage 0..100
        string PolicyDocument 1..51200
        string PolicyName
        string PolicyScope enum ACCOUNT,RESOURCE
        structure PutLogEventsRequest logGroupName*:LogGroupName logStreamName*:LogStreamName logEvents*:InputLogEvents sequenceToken:SequenceToken entity:Entity
        structure PutLogEventsResponse nextSequenceToken:SequenceToken rejectedLogEventsInfo:RejectedLogEventsInfo rejectedEntityInfo:RejectedEntityInfo
        structure PutLogGroupDeletionProtectionRequest logGroupIdentifier*:LogGroupIdentifier deletionProtectionEnabled*:DeletionProtectionEnabled
        structure PutMetricFilterRequest logGroupName*:LogGroupName filterName*:FilterName filterPattern*:FilterPattern metricTransformations*:MetricTransformations applyOnTransformedLogs:ApplyOnTransformedLogs fieldSelectionCriteria:FieldSelectionCriteria emitSystemFieldDimensions:EmitSystemFields
        structure PutResourcePolicyRequest policyName:PolicyName policyDocument:PolicyDocument resourceArn:Arn expectedRevisionId:ExpectedRevisionId
        structure PutResourcePolicyResponse resourcePolicy:ResourcePolicy revisionId:ExpectedRevisionId
        structure PutRetentionPolicyRequest logGroupName*:LogGroupName retentionInDays*:Days
        structure PutSubscriptionFilterRequest logGroupName*:LogGroupName filterName*:FilterName filterPattern*:FilterPattern destinationArn*:DestinationArn roleArn:RoleArn distribution:Distribution applyOnTransformedLogs:ApplyOnTransformedLogs fieldSelectionCriteria:FieldSelectionCriteria emitSystemFields:EmitSystemFields
        structure RejectedEntityInfo errorType*:EntityRejectionErrorType
        structure RejectedLogEventsInfo tooNewLogEventStartIndex:LogEventIndex tooOldLogEventEndIndex:LogEventIndex expiredLogEventEndIndex:LogEventIndex
        string RequestId 0..256
        string ResourceIdentifier 1..2048 pattern [\w+=/:,.@\-\*]*
        list ResourcePolicies ResourcePolicy member
        structure ResourcePolicy policyName:PolicyName policyDocument:PolicyDocument lastUpdatedTime:Timestamp policyScope:PolicyScope resourceArn:Arn revisionId:ExpectedRevisionId
        string RoleArn 1..
        structure SearchedLogStream logStreamName:LogStreamName searchedCompletely:LogStreamSearchedCompletely
        list SearchedLogStreams SearchedLogStream member
        string SequenceToken 1..
        string SessionId 0..256
        structure SessionStreamingException message:Message
        structure SessionTimeoutException message:Message
        string StandardUnit enum Seconds,Microseconds,Milliseconds,Bytes,Kilobytes,Megabytes,Gigabytes,Terabytes,Bits,Kilobits,Megabits,Gigabits,Terabits,Percent,Count,Bytes/Second,Kilobytes/Second,Megabytes/Second,Gigabytes/Second,Terabytes/Second,Bits/Second,Kilobits/Second,Megabits/Second,Gigabits/Second,Terabits/Second,Count/Second,None
        boolean StartFromHead
        list StartLiveTailLogGroupIdentifiers LogGroupIdentifier member 1..10
        structure StartLiveTailRequest logGroupIdentifiers*:StartLiveTailLogGroupIdentifiers logStreamNames:InputLogStreamNames logStreamNamePrefixes:InputLogStreamNames logEventFilterPattern:FilterPattern
        structure StartLiveTailResponse responseStream:StartLiveTailResponseStream
        structure StartLiveTailResponseStream sessionStart:LiveTailSessionStart sessionUpdate:LiveTailSessionUpdate SessionTimeoutException:SessionTimeoutException SessionStreamingException:SessionStreamingException
        long StoredBytes 0..
        structure SubscriptionFilter filterName:FilterName logGroupName:LogGroupName filterPattern:FilterPattern destinationArn:DestinationArn roleArn:RoleArn distribution:Distribution applyOnTransformedLogs:ApplyOnTransformedLogs creationTime:Timestamp fieldSelectionCriteria:FieldSelectionCriteria emitSystemFields:EmitSystemFields
        list SubscriptionFilters SubscriptionFilter member
        string SystemField
        structure TagFilter key*:TagFilterKey values:TagFilterValues
        string TagFilterKey 1..128 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$
        string TagFilterValue 0..259 pattern ^!?\*?([\p{L}\p{Z}\p{N}_.:/=+\-@]*)\*?$
        list TagFilterValues TagFilterValue member 0..5
        list TagFilters TagFilter member 1..5
        string TagKey 1..128 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$
        list TagKeyList TagKey member 0..50
        list TagList TagKey member 1..
        structure TagLogGroupRequest logGroupName*:LogGroupName tags*:Tags
        structure TagResourceRequest resourceArn*:AmazonResourceName tags*:Tags
        string TagValue ..256 pattern ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$
        map Tags TagKey TagValue key value 1..50
        list TestEventMessages EventMessage member 1..50
        structure TestMetricFilterRequest filterPattern*:FilterPattern logEventMessages*:TestEventMessages
        structure TestMetricFilterResponse matches:MetricFilterMatches
        long Timestamp 0..
        string Token
        boolean Unmask
        structure UntagLogGroupRequest logGroupName*:LogGroupName tags*:TagList
        structure UntagResourceRequest resourceArn*:AmazonResourceName tagKeys*:TagKeyList
        string Value
        """#)
}
