// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `kinesis`.
    static let kinesis = ModelReader.read(
        #"""
        service kinesis - - - - coral
        action describeAccountSettings - DescribeAccountSettingsOutput
        action describeLimits - DescribeLimitsOutput
        action describeStream - DescribeStreamOutput
        action describeStreamConsumer - DescribeStreamConsumerOutput
        action describeStreamSummary - DescribeStreamSummaryOutput
        action disableEnhancedMonitoring - EnhancedMonitoringOutput
        action enableEnhancedMonitoring - EnhancedMonitoringOutput
        action getRecords - GetRecordsOutput
        action getResourcePolicy - GetResourcePolicyOutput
        action getShardIterator - GetShardIteratorOutput
        action listShards - ListShardsOutput
        action listStreamConsumers - ListStreamConsumersOutput
        action listStreams - ListStreamsOutput
        action listTagsForResource - ListTagsForResourceOutput
        action listTagsForStream - ListTagsForStreamOutput
        action putRecord - PutRecordOutput
        action putRecords - PutRecordsOutput
        action registerStreamConsumer - RegisterStreamConsumerOutput
        action subscribeToShard - SubscribeToShardOutput
        action updateAccountSettings - UpdateAccountSettingsOutput
        action updateShardCount - UpdateShardCountOutput
        action updateStreamWarmThroughput - UpdateStreamWarmThroughputOutput
        blob Data 0..10485760
        boolean -boolean
        integer -integer
        integer ConsumerCountObject 0..1000000
        integer MaxRecordSizeInKiB 1024..10240
        integer MillisBehindLatest 0..
        integer NaturalIntegerObject 0..
        integer OnDemandStreamCountLimitObject 0..1000000
        integer OnDemandStreamCountObject 0..1000000
        integer PositiveIntegerObject 1..
        integer ShardCountObject 0..1000000
        list ChildShardList ChildShard -
        list ConsumerList Consumer -
        list EnhancedMonitoringList EnhancedMetrics -
        list MetricsNameList MetricsName - 1..7
        list PutRecordsResultEntryList PutRecordsResultEntry - 1..500
        list RecordList Record -
        list ShardIdList ShardId -
        list ShardList Shard -
        list StreamNameList StreamName -
        list StreamSummaryList StreamSummary -
        list TagList Tag - 0..200
        string -string
        string ConsumerARN 1..2048
        string ConsumerName 1..128
        string ConsumerStatus enum CREATING,DELETING,ACTIVE
        string EncryptionType enum NONE,KMS
        string KeyId 1..2048
        string MetricsName enum IncomingBytes,IncomingRecords,OutgoingBytes,OutgoingRecords,WriteProvisionedThroughputExceeded,ReadProvisionedThroughputExceeded,IteratorAgeMilliseconds,ALL
        string MinimumThroughputBillingCommitmentOutputStatus enum ENABLED,DISABLED,ENABLED_UNTIL_EARLIEST_ALLOWED_END
        string NextToken 1..1048576
        string PartitionKey 1..256
        string ShardId 1..128
        string ShardIterator 1..512
        string StreamARN 1..2048
        string StreamId 1..24
        string StreamMode enum PROVISIONED,ON_DEMAND
        string StreamName 1..128
        string StreamStatus enum CREATING,DELETING,ACTIVE,UPDATING
        string TagKey 1..128
        string TagValue 0..256
        structure ChildShard ShardId*:ShardId ParentShards*:ShardIdList HashKeyRange*:HashKeyRange
        structure Consumer ConsumerName*:ConsumerName ConsumerArn*:ConsumerARN ConsumerStatus*:ConsumerStatus ConsumerCreationTimestamp*:-timestamp
        structure ConsumerDescription ConsumerName*:ConsumerName ConsumerArn*:ConsumerARN ConsumerStatus*:ConsumerStatus ConsumerCreationTimestamp*:-timestamp StreamArn*:StreamARN
        structure DescribeAccountSettingsOutput MinimumThroughputBillingCommitment:MinimumThroughputBillingCommitmentOutput
        structure DescribeLimitsOutput ShardLimit*:ShardCountObject OpenShardCount*:ShardCountObject OnDemandStreamCount*:OnDemandStreamCountObject OnDemandStreamCountLimit*:OnDemandStreamCountLimitObject
        structure DescribeStreamConsumerOutput ConsumerDescription*:ConsumerDescription
        structure DescribeStreamOutput StreamDescription*:StreamDescription
        structure DescribeStreamSummaryOutput StreamDescriptionSummary*:StreamDescriptionSummary
        structure EnhancedMetrics ShardLevelMetrics:MetricsNameList
        structure EnhancedMonitoringOutput StreamName:StreamName CurrentShardLevelMetrics:MetricsNameList DesiredShardLevelMetrics:MetricsNameList StreamArn:StreamARN
        structure GetRecordsOutput Records*:RecordList NextShardIterator:ShardIterator MillisBehindLatest:MillisBehindLatest ChildShards:ChildShardList
        structure GetResourcePolicyOutput Policy*:-string
        structure GetShardIteratorOutput ShardIterator:ShardIterator
        structure HashKeyRange StartingHashKey*:-string EndingHashKey*:-string
        structure InternalFailureException Message:-string
        structure KMSAccessDeniedException Message:-string
        structure KMSDisabledException Message:-string
        structure KMSInvalidStateException Message:-string
        structure KMSNotFoundException Message:-string
        structure KMSOptInRequired Message:-string
        structure KMSThrottlingException Message:-string
        structure ListShardsOutput Shards:ShardList NextToken:NextToken
        structure ListStreamConsumersOutput Consumers:ConsumerList NextToken:NextToken
        structure ListStreamsOutput StreamNames*:StreamNameList HasMoreStreams*:-boolean NextToken:NextToken StreamSummaries:StreamSummaryList
        structure ListTagsForResourceOutput Tags:TagList
        structure ListTagsForStreamOutput Tags*:TagList HasMoreTags*:-boolean
        structure MinimumThroughputBillingCommitmentOutput Status*:MinimumThroughputBillingCommitmentOutputStatus StartedAt:-timestamp EndedAt:-timestamp EarliestAllowedEndAt:-timestamp
        structure PutRecordOutput ShardId*:ShardId SequenceNumber*:-string EncryptionType:EncryptionType
        structure PutRecordsOutput FailedRecordCount:PositiveIntegerObject Records*:PutRecordsResultEntryList EncryptionType:EncryptionType
        structure PutRecordsResultEntry SequenceNumber:-string ShardId:ShardId ErrorCode:-string ErrorMessage:-string
        structure Record SequenceNumber*:-string ApproximateArrivalTimestamp:-timestamp Data*:Data PartitionKey*:PartitionKey EncryptionType:EncryptionType
        structure RegisterStreamConsumerOutput Consumer*:Consumer
        structure ResourceInUseException Message:-string
        structure ResourceNotFoundException Message:-string
        structure SequenceNumberRange StartingSequenceNumber*:-string EndingSequenceNumber:-string
        structure Shard ShardId*:ShardId ParentShardId:ShardId AdjacentParentShardId:ShardId HashKeyRange*:HashKeyRange SequenceNumberRange*:SequenceNumberRange
        structure StreamDescription StreamName*:StreamName StreamArn*:StreamARN StreamStatus*:StreamStatus StreamModeDetails:StreamModeDetails Shards*:ShardList HasMoreShards*:-boolean RetentionPeriodHours*:-integer StreamCreationTimestamp*:-timestamp EnhancedMonitoring*:EnhancedMonitoringList EncryptionType:EncryptionType KeyId:KeyId
        structure StreamDescriptionSummary StreamName*:StreamName StreamArn*:StreamARN StreamId:StreamId StreamStatus*:StreamStatus StreamModeDetails:StreamModeDetails RetentionPeriodHours*:-integer StreamCreationTimestamp*:-timestamp EnhancedMonitoring*:EnhancedMonitoringList EncryptionType:EncryptionType KeyId:KeyId OpenShardCount*:ShardCountObject ConsumerCount:ConsumerCountObject WarmThroughput:WarmThroughputObject MaxRecordSizeInKib:MaxRecordSizeInKiB
        structure StreamModeDetails StreamMode*:StreamMode
        structure StreamSummary StreamName*:StreamName StreamArn*:StreamARN StreamStatus*:StreamStatus StreamModeDetails:StreamModeDetails StreamCreationTimestamp:-timestamp
        structure SubscribeToShardEvent Records*:RecordList ContinuationSequenceNumber*:-string MillisBehindLatest*:MillisBehindLatest ChildShards:ChildShardList
        structure SubscribeToShardEventStream SubscribeToShardEvent*:SubscribeToShardEvent ResourceNotFoundException:ResourceNotFoundException ResourceInUseException:ResourceInUseException KmsDisabledException:KMSDisabledException KmsInvalidStateException:KMSInvalidStateException KmsAccessDeniedException:KMSAccessDeniedException KmsNotFoundException:KMSNotFoundException KmsOptInRequired:KMSOptInRequired KmsThrottlingException:KMSThrottlingException InternalFailureException:InternalFailureException
        structure SubscribeToShardOutput EventStream*:SubscribeToShardEventStream
        structure Tag Key*:TagKey Value:TagValue
        structure UpdateAccountSettingsOutput MinimumThroughputBillingCommitment:MinimumThroughputBillingCommitmentOutput
        structure UpdateShardCountOutput StreamName:StreamName CurrentShardCount:PositiveIntegerObject TargetShardCount:PositiveIntegerObject StreamArn:StreamARN
        structure UpdateStreamWarmThroughputOutput StreamArn:StreamARN StreamName:StreamName WarmThroughput:WarmThroughputObject
        structure WarmThroughputObject TargetMiBps:NaturalIntegerObject CurrentMiBps:NaturalIntegerObject
        timestamp -timestamp
        """#)
}
