// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `dynamodb`.
    static let dynamodb = ModelReader.read(
        #"""
        service dynamodb - - - - coral
        action batchExecuteStatement - BatchExecuteStatementOutput
        action batchGetItem - BatchGetItemOutput
        action batchWriteItem - BatchWriteItemOutput
        action createBackup - CreateBackupOutput
        action createGlobalTable - CreateGlobalTableOutput
        action createTable - CreateTableOutput
        action deleteBackup - DeleteBackupOutput
        action deleteItem - DeleteItemOutput
        action deleteResourcePolicy - DeleteResourcePolicyOutput
        action deleteTable - DeleteTableOutput
        action describeBackup - DescribeBackupOutput
        action describeContinuousBackups - DescribeContinuousBackupsOutput
        action describeContributorInsights - DescribeContributorInsightsOutput
        action describeEndpoints - DescribeEndpointsResponse
        action describeExport - DescribeExportOutput
        action describeGlobalTable - DescribeGlobalTableOutput
        action describeGlobalTableSettings - DescribeGlobalTableSettingsOutput
        action describeImport - DescribeImportOutput
        action describeKinesisStreamingDestination - DescribeKinesisStreamingDestinationOutput
        action describeLimits - DescribeLimitsOutput
        action describeTable - DescribeTableOutput
        action describeTableReplicaAutoScaling - DescribeTableReplicaAutoScalingOutput
        action describeTimeToLive - DescribeTimeToLiveOutput
        action disableKinesisStreamingDestination - KinesisStreamingDestinationOutput
        action enableKinesisStreamingDestination - KinesisStreamingDestinationOutput
        action executeStatement - ExecuteStatementOutput
        action executeTransaction - ExecuteTransactionOutput
        action exportTableToPointInTime - ExportTableToPointInTimeOutput
        action getItem - GetItemOutput
        action getResourcePolicy - GetResourcePolicyOutput
        action importTable - ImportTableOutput
        action listBackups - ListBackupsOutput
        action listContributorInsights - ListContributorInsightsOutput
        action listExports - ListExportsOutput
        action listGlobalTables - ListGlobalTablesOutput
        action listImports - ListImportsOutput
        action listTables - ListTablesOutput
        action listTagsOfResource - ListTagsOfResourceOutput
        action putItem - PutItemOutput
        action putResourcePolicy - PutResourcePolicyOutput
        action query - QueryOutput
        action restoreTableFromBackup - RestoreTableFromBackupOutput
        action restoreTableToPointInTime - RestoreTableToPointInTimeOutput
        action scan - ScanOutput
        action transactGetItems - TransactGetItemsOutput
        action transactWriteItems - TransactWriteItemsOutput
        action updateContinuousBackups - UpdateContinuousBackupsOutput
        action updateContributorInsights - UpdateContributorInsightsOutput
        action updateGlobalTable - UpdateGlobalTableOutput
        action updateGlobalTableSettings - UpdateGlobalTableSettingsOutput
        action updateItem - UpdateItemOutput
        action updateKinesisStreamingDestination - UpdateKinesisStreamingDestinationOutput
        action updateTable - UpdateTableOutput
        action updateTableReplicaAutoScaling - UpdateTableReplicaAutoScalingOutput
        action updateTimeToLive - UpdateTimeToLiveOutput
        blob -blob
        boolean -boolean
        double -double
        integer -integer
        integer BackupSizeBytes 0..
        integer BilledSizeBytes 0..
        integer ErrorCount 0..
        integer ImportedItemCount 0..
        integer ItemCount 0..
        integer NonNegativeLongObject 0..
        integer PositiveLongObject 1..
        integer ProcessedItemCount 0..
        integer RecoveryPeriodInDays 1..35
        list AttributeDefinitions AttributeDefinition -
        list AttributeNameList AttributeName - 1..
        list AutoScalingPolicyDescriptionList AutoScalingPolicyDescription -
        list BackupSummaries BackupSummary -
        list BinarySetAttributeValue -blob -
        list ConsumedCapacityMultiple ConsumedCapacity -
        list ContributorInsightsRuleList -string -
        list ContributorInsightsSummaries ContributorInsightsSummary -
        list CsvHeaderList CsvHeader - 1..255
        list Endpoints Endpoint -
        list ExportSummaries ExportSummary -
        list GlobalSecondaryIndexDescriptionList GlobalSecondaryIndexDescription -
        list GlobalSecondaryIndexList GlobalSecondaryIndex -
        list GlobalSecondaryIndexes GlobalSecondaryIndexInfo -
        list GlobalTableList GlobalTable -
        list GlobalTableWitnessDescriptionList GlobalTableWitnessDescription -
        list ImportSummaryList ImportSummary -
        list ItemCollectionMetricsMultiple ItemCollectionMetrics -
        list ItemCollectionSizeEstimateRange -double -
        list ItemList AttributeMap -
        list ItemResponseList ItemResponse - 1..100
        list KeyList Key - 1..100
        list KeySchema KeySchemaElement - 1..
        list KinesisDataStreamDestinations KinesisDataStreamDestination -
        list ListAttributeValue AttributeValue -
        list LocalSecondaryIndexDescriptionList LocalSecondaryIndexDescription -
        list LocalSecondaryIndexes LocalSecondaryIndexInfo -
        list NonKeyAttributeNameList NonKeyAttributeName - 1..20
        list NumberSetAttributeValue -string -
        list PartiQLBatchResponse BatchStatementResponse -
        list ReplicaAutoScalingDescriptionList ReplicaAutoScalingDescription -
        list ReplicaDescriptionList ReplicaDescription -
        list ReplicaGlobalSecondaryIndexAutoScalingDescriptionList ReplicaGlobalSecondaryIndexAutoScalingDescription -
        list ReplicaGlobalSecondaryIndexDescriptionList ReplicaGlobalSecondaryIndexDescription -
        list ReplicaGlobalSecondaryIndexSettingsDescriptionList ReplicaGlobalSecondaryIndexSettingsDescription -
        list ReplicaList Replica -
        list ReplicaSettingsDescriptionList ReplicaSettingsDescription -
        list StringSetAttributeValue -string -
        list TableNameList TableName -
        list TagList Tag -
        list WriteRequests WriteRequest - 1..25
        map AttributeMap AttributeName AttributeValue - -
        map BatchGetRequestMap TableArn KeysAndAttributes - - 1..100
        map BatchGetResponseMap TableArn ItemList - -
        map BatchWriteItemRequestMap TableArn WriteRequests - - 1..25
        map ExpressionAttributeNameMap -string AttributeName - -
        map ItemCollectionKeyAttributeMap AttributeName AttributeValue - -
        map ItemCollectionMetricsPerTable TableArn ItemCollectionMetricsMultiple - -
        map Key AttributeName AttributeValue - -
        map MapAttributeValue AttributeName AttributeValue - -
        map PutItemInputAttributeMap AttributeName AttributeValue - -
        map SecondaryIndexesCapacityMap IndexName Capacity - -
        string -string
        string ApproximateCreationDateTimePrecision enum MILLISECOND,MICROSECOND
        string AttributeName ..65535
        string AutoScalingPolicyName 1..256
        string BackupArn 37..1024
        string BackupName 3..255
        string BackupStatus enum CREATING,DELETED,AVAILABLE
        string BackupType enum USER,SYSTEM,AWS_BACKUP
        string BatchStatementErrorCodeEnum enum ConditionalCheckFailed,ItemCollectionSizeLimitExceeded,RequestLimitExceeded,ValidationError,ProvisionedThroughputExceeded,TransactionConflict,ThrottlingError,InternalServerError,ResourceNotFound,AccessDenied,DuplicateItem
        string BillingMode enum PROVISIONED,PAY_PER_REQUEST
        string CloudWatchLogGroupArn 1..1024
        string ContinuousBackupsStatus enum ENABLED,DISABLED
        string ContributorInsightsMode enum ACCESSED_AND_THROTTLED_KEYS,THROTTLED_KEYS
        string ContributorInsightsStatus enum ENABLING,ENABLED,DISABLING,DISABLED,FAILED
        string CsvDelimiter 1..1
        string CsvHeader 1..65536
        string DestinationStatus enum ENABLING,ACTIVE,DISABLING,DISABLED,ENABLE_FAILED,UPDATING
        string ExportArn 37..1024
        string ExportFormat enum DYNAMODB_JSON,ION
        string ExportStatus enum IN_PROGRESS,COMPLETED,FAILED
        string ExportType enum FULL_EXPORT,INCREMENTAL_EXPORT
        string ExportViewType enum NEW_IMAGE,NEW_AND_OLD_IMAGES
        string GlobalTableSettingsReplicationMode enum ENABLED,DISABLED,ENABLED_WITH_OVERRIDES
        string GlobalTableStatus enum CREATING,ACTIVE,DELETING,UPDATING
        string ImportArn 37..1024
        string ImportNextToken 112..1024
        string ImportStatus enum IN_PROGRESS,COMPLETED,CANCELLING,CANCELLED,FAILED
        string IndexName 3..255
        string IndexStatus enum CREATING,UPDATING,DELETING,ACTIVE
        string InputCompressionType enum GZIP,ZSTD,NONE
        string InputFormat enum DYNAMODB_JSON,ION,CSV
        string KeySchemaAttributeName 1..255
        string KeyType enum HASH,RANGE
        string MultiRegionConsistency enum EVENTUAL,STRONG
        string NonKeyAttributeName 1..255
        string PartiQLNextToken 1..32768
        string PointInTimeRecoveryStatus enum ENABLED,DISABLED
        string PolicyRevisionId 1..255
        string ProjectionType enum ALL,KEYS_ONLY,INCLUDE
        string ReplicaStatus enum CREATING,CREATION_FAILED,UPDATING,DELETING,ACTIVE,REGION_DISABLED,INACCESSIBLE_ENCRYPTION_CREDENTIALS,ARCHIVING,ARCHIVED,REPLICATION_NOT_AUTHORIZED
        string S3Bucket ..255
        string S3Prefix ..1024
        string S3SseAlgorithm enum AES256,KMS
        string S3SseKmsKeyId 1..2048
        string SSEStatus enum ENABLING,ENABLED,DISABLING,DISABLED,UPDATING
        string SSEType enum AES256,KMS
        string ScalarAttributeType enum S,N,B
        string StreamArn 37..1024
        string StreamViewType enum NEW_IMAGE,OLD_IMAGE,NEW_AND_OLD_IMAGES,KEYS_ONLY
        string TableArn 1..1024
        string TableClass enum STANDARD,STANDARD_INFREQUENT_ACCESS
        string TableName 3..255
        string TableStatus enum CREATING,UPDATING,DELETING,ACTIVE,INACCESSIBLE_ENCRYPTION_CREDENTIALS,ARCHIVING,ARCHIVED,REPLICATION_NOT_AUTHORIZED
        string TagKeyString 1..128
        string TagValueString 0..256
        string TimeToLiveAttributeName 1..255
        string TimeToLiveStatus enum ENABLING,DISABLING,ENABLED,DISABLED
        string WitnessStatus enum CREATING,DELETING,ACTIVE
        structure ArchivalSummary ArchivalDateTime:-timestamp ArchivalReason:-string ArchivalBackupArn:BackupArn
        structure AttributeDefinition AttributeName*:KeySchemaAttributeName AttributeType*:ScalarAttributeType
        structure AttributeValue S:-string N:-string B:-blob Ss:StringSetAttributeValue Ns:NumberSetAttributeValue Bs:BinarySetAttributeValue M:MapAttributeValue L:ListAttributeValue Null:-boolean Bool:-boolean
        structure AutoScalingPolicyDescription PolicyName:AutoScalingPolicyName TargetTrackingScalingPolicyConfiguration:AutoScalingTargetTrackingScalingPolicyConfigurationDescription
        structure AutoScalingSettingsDescription MinimumUnits:PositiveLongObject MaximumUnits:PositiveLongObject AutoScalingDisabled:-boolean AutoScalingRoleArn:-string ScalingPolicies:AutoScalingPolicyDescriptionList
        structure AutoScalingTargetTrackingScalingPolicyConfigurationDescription DisableScaleIn:-boolean ScaleInCooldown:-integer ScaleOutCooldown:-integer TargetValue*:-double
        structure BackupDescription BackupDetails:BackupDetails SourceTableDetails:SourceTableDetails SourceTableFeatureDetails:SourceTableFeatureDetails
        structure BackupDetails BackupArn*:BackupArn BackupName*:BackupName BackupSizeBytes:BackupSizeBytes BackupStatus*:BackupStatus BackupType*:BackupType BackupCreationDateTime*:-timestamp BackupExpiryDateTime:-timestamp
        structure BackupSummary TableName:TableName TableId:-string TableArn:TableArn BackupArn:BackupArn BackupName:BackupName BackupCreationDateTime:-timestamp BackupExpiryDateTime:-timestamp BackupStatus:BackupStatus BackupType:BackupType BackupSizeBytes:BackupSizeBytes
        structure BatchExecuteStatementOutput Responses:PartiQLBatchResponse ConsumedCapacity:ConsumedCapacityMultiple
        structure BatchGetItemOutput Responses:BatchGetResponseMap UnprocessedKeys:BatchGetRequestMap ConsumedCapacity:ConsumedCapacityMultiple
        structure BatchStatementError Code:BatchStatementErrorCodeEnum Message:-string Item:AttributeMap
        structure BatchStatementResponse Error:BatchStatementError TableName:TableName Item:AttributeMap
        structure BatchWriteItemOutput UnprocessedItems:BatchWriteItemRequestMap ItemCollectionMetrics:ItemCollectionMetricsPerTable ConsumedCapacity:ConsumedCapacityMultiple
        structure BillingModeSummary BillingMode:BillingMode LastUpdateToPayPerRequestDateTime:-timestamp
        structure Capacity ReadCapacityUnits:-double WriteCapacityUnits:-double CapacityUnits:-double
        structure ConsumedCapacity TableName:TableArn CapacityUnits:-double ReadCapacityUnits:-double WriteCapacityUnits:-double Table:Capacity LocalSecondaryIndexes:SecondaryIndexesCapacityMap GlobalSecondaryIndexes:SecondaryIndexesCapacityMap
        structure ContinuousBackupsDescription ContinuousBackupsStatus*:ContinuousBackupsStatus PointInTimeRecoveryDescription:PointInTimeRecoveryDescription
        structure ContributorInsightsSummary TableName:TableName IndexName:IndexName ContributorInsightsStatus:ContributorInsightsStatus ContributorInsightsMode:ContributorInsightsMode
        structure CreateBackupOutput BackupDetails:BackupDetails
        structure CreateGlobalTableOutput GlobalTableDescription:GlobalTableDescription
        structure CreateTableOutput TableDescription:TableDescription
        structure CsvOptions Delimiter:CsvDelimiter HeaderList:CsvHeaderList
        structure DeleteBackupOutput BackupDescription:BackupDescription
        structure DeleteItemOutput Attributes:AttributeMap ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics
        structure DeleteRequest Key*:Key
        structure DeleteResourcePolicyOutput RevisionId:PolicyRevisionId
        structure DeleteTableOutput TableDescription:TableDescription
        structure DescribeBackupOutput BackupDescription:BackupDescription
        structure DescribeContinuousBackupsOutput ContinuousBackupsDescription:ContinuousBackupsDescription
        structure DescribeContributorInsightsOutput TableName:TableName IndexName:IndexName ContributorInsightsRuleList:ContributorInsightsRuleList ContributorInsightsStatus:ContributorInsightsStatus LastUpdateDateTime:-timestamp FailureException:FailureException ContributorInsightsMode:ContributorInsightsMode
        structure DescribeEndpointsResponse Endpoints*:Endpoints
        structure DescribeExportOutput ExportDescription:ExportDescription
        structure DescribeGlobalTableOutput GlobalTableDescription:GlobalTableDescription
        structure DescribeGlobalTableSettingsOutput GlobalTableName:TableName ReplicaSettings:ReplicaSettingsDescriptionList
        structure DescribeImportOutput ImportTableDescription*:ImportTableDescription
        structure DescribeKinesisStreamingDestinationOutput TableName:TableName KinesisDataStreamDestinations:KinesisDataStreamDestinations
        structure DescribeLimitsOutput AccountMaxReadCapacityUnits:PositiveLongObject AccountMaxWriteCapacityUnits:PositiveLongObject TableMaxReadCapacityUnits:PositiveLongObject TableMaxWriteCapacityUnits:PositiveLongObject
        structure DescribeTableOutput Table:TableDescription
        structure DescribeTableReplicaAutoScalingOutput TableAutoScalingDescription:TableAutoScalingDescription
        structure DescribeTimeToLiveOutput TimeToLiveDescription:TimeToLiveDescription
        structure EnableKinesisStreamingConfiguration ApproximateCreationDateTimePrecision:ApproximateCreationDateTimePrecision
        structure Endpoint Address*:-string CachePeriodInMinutes*:-integer
        structure ExecuteStatementOutput Items:ItemList NextToken:PartiQLNextToken ConsumedCapacity:ConsumedCapacity LastEvaluatedKey:Key
        structure ExecuteTransactionOutput Responses:ItemResponseList ConsumedCapacity:ConsumedCapacityMultiple
        structure ExportDescription ExportArn:ExportArn ExportStatus:ExportStatus StartTime:-timestamp EndTime:-timestamp ExportManifest:-string TableArn:TableArn TableId:-string ExportTime:-timestamp ClientToken:-string S3Bucket:S3Bucket S3BucketOwner:-string S3Prefix:S3Prefix S3SseAlgorithm:S3SseAlgorithm S3SseKmsKeyId:S3SseKmsKeyId FailureCode:-string FailureMessage:-string ExportFormat:ExportFormat BilledSizeBytes:BilledSizeBytes ItemCount:ItemCount ExportType:ExportType IncrementalExportSpecification:IncrementalExportSpecification
        structure ExportSummary ExportArn:ExportArn ExportStatus:ExportStatus ExportType:ExportType
        structure ExportTableToPointInTimeOutput ExportDescription:ExportDescription
        structure FailureException ExceptionName:-string ExceptionDescription:-string
        structure GetItemOutput Item:AttributeMap ConsumedCapacity:ConsumedCapacity
        structure GetResourcePolicyOutput Policy:-string RevisionId:PolicyRevisionId
        structure GlobalSecondaryIndex IndexName*:IndexName KeySchema*:KeySchema Projection*:Projection ProvisionedThroughput:ProvisionedThroughput OnDemandThroughput:OnDemandThroughput WarmThroughput:WarmThroughput
        structure GlobalSecondaryIndexDescription IndexName:IndexName KeySchema:KeySchema Projection:Projection IndexStatus:IndexStatus Backfilling:-boolean ProvisionedThroughput:ProvisionedThroughputDescription IndexSizeBytes:-integer ItemCount:-integer IndexArn:-string OnDemandThroughput:OnDemandThroughput WarmThroughput:GlobalSecondaryIndexWarmThroughputDescription
        structure GlobalSecondaryIndexInfo IndexName:IndexName KeySchema:KeySchema Projection:Projection ProvisionedThroughput:ProvisionedThroughput OnDemandThroughput:OnDemandThroughput
        structure GlobalSecondaryIndexWarmThroughputDescription ReadUnitsPerSecond:PositiveLongObject WriteUnitsPerSecond:PositiveLongObject Status:IndexStatus
        structure GlobalTable GlobalTableName:TableName ReplicationGroup:ReplicaList
        structure GlobalTableDescription ReplicationGroup:ReplicaDescriptionList GlobalTableArn:-string CreationDateTime:-timestamp GlobalTableStatus:GlobalTableStatus GlobalTableName:TableName
        structure GlobalTableWitnessDescription RegionName:-string WitnessStatus:WitnessStatus
        structure ImportSummary ImportArn:ImportArn ImportStatus:ImportStatus TableArn:TableArn S3BucketSource:S3BucketSource CloudWatchLogGroupArn:CloudWatchLogGroupArn InputFormat:InputFormat StartTime:-timestamp EndTime:-timestamp
        structure ImportTableDescription ImportArn:ImportArn ImportStatus:ImportStatus TableArn:TableArn TableId:-string ClientToken:-string S3BucketSource:S3BucketSource ErrorCount:ErrorCount CloudWatchLogGroupArn:CloudWatchLogGroupArn InputFormat:InputFormat InputFormatOptions:InputFormatOptions InputCompressionType:InputCompressionType TableCreationParameters:TableCreationParameters StartTime:-timestamp EndTime:-timestamp ProcessedSizeBytes:-integer ProcessedItemCount:ProcessedItemCount ImportedItemCount:ImportedItemCount FailureCode:-string FailureMessage:-string
        structure ImportTableOutput ImportTableDescription*:ImportTableDescription
        structure IncrementalExportSpecification ExportFromTime:-timestamp ExportToTime:-timestamp ExportViewType:ExportViewType
        structure InputFormatOptions Csv:CsvOptions
        structure ItemCollectionMetrics ItemCollectionKey:ItemCollectionKeyAttributeMap SizeEstimateRangeGb:ItemCollectionSizeEstimateRange
        structure ItemResponse Item:AttributeMap
        structure KeySchemaElement AttributeName*:KeySchemaAttributeName KeyType*:KeyType
        structure KeysAndAttributes Keys*:KeyList AttributesToGet:AttributeNameList ConsistentRead:-boolean ProjectionExpression:-string ExpressionAttributeNames:ExpressionAttributeNameMap
        structure KinesisDataStreamDestination StreamArn:StreamArn DestinationStatus:DestinationStatus DestinationStatusDescription:-string ApproximateCreationDateTimePrecision:ApproximateCreationDateTimePrecision
        structure KinesisStreamingDestinationOutput TableName:TableName StreamArn:StreamArn DestinationStatus:DestinationStatus EnableKinesisStreamingConfiguration:EnableKinesisStreamingConfiguration
        structure ListBackupsOutput BackupSummaries:BackupSummaries LastEvaluatedBackupArn:BackupArn
        structure ListContributorInsightsOutput ContributorInsightsSummaries:ContributorInsightsSummaries NextToken:-string
        structure ListExportsOutput ExportSummaries:ExportSummaries NextToken:-string
        structure ListGlobalTablesOutput GlobalTables:GlobalTableList LastEvaluatedGlobalTableName:TableName
        structure ListImportsOutput ImportSummaryList:ImportSummaryList NextToken:ImportNextToken
        structure ListTablesOutput TableNames:TableNameList LastEvaluatedTableName:TableName
        structure ListTagsOfResourceOutput Tags:TagList NextToken:-string
        structure LocalSecondaryIndexDescription IndexName:IndexName KeySchema:KeySchema Projection:Projection IndexSizeBytes:-integer ItemCount:-integer IndexArn:-string
        structure LocalSecondaryIndexInfo IndexName:IndexName KeySchema:KeySchema Projection:Projection
        structure OnDemandThroughput MaxReadRequestUnits:-integer MaxWriteRequestUnits:-integer
        structure OnDemandThroughputOverride MaxReadRequestUnits:-integer
        structure PointInTimeRecoveryDescription PointInTimeRecoveryStatus:PointInTimeRecoveryStatus RecoveryPeriodInDays:RecoveryPeriodInDays EarliestRestorableDateTime:-timestamp LatestRestorableDateTime:-timestamp
        structure Projection ProjectionType:ProjectionType NonKeyAttributes:NonKeyAttributeNameList
        structure ProvisionedThroughput ReadCapacityUnits*:PositiveLongObject WriteCapacityUnits*:PositiveLongObject
        structure ProvisionedThroughputDescription LastIncreaseDateTime:-timestamp LastDecreaseDateTime:-timestamp NumberOfDecreasesToday:PositiveLongObject ReadCapacityUnits:NonNegativeLongObject WriteCapacityUnits:NonNegativeLongObject
        structure ProvisionedThroughputOverride ReadCapacityUnits:PositiveLongObject
        structure PutItemOutput Attributes:AttributeMap ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics
        structure PutRequest Item*:PutItemInputAttributeMap
        structure PutResourcePolicyOutput RevisionId:PolicyRevisionId
        structure QueryOutput Items:ItemList Count:-integer ScannedCount:-integer LastEvaluatedKey:Key ConsumedCapacity:ConsumedCapacity
        structure Replica RegionName:-string
        structure ReplicaAutoScalingDescription RegionName:-string GlobalSecondaryIndexes:ReplicaGlobalSecondaryIndexAutoScalingDescriptionList ReplicaProvisionedReadCapacityAutoScalingSettings:AutoScalingSettingsDescription ReplicaProvisionedWriteCapacityAutoScalingSettings:AutoScalingSettingsDescription ReplicaStatus:ReplicaStatus
        structure ReplicaDescription RegionName:-string ReplicaStatus:ReplicaStatus ReplicaArn:-string ReplicaStatusDescription:-string ReplicaStatusPercentProgress:-string KmsMasterKeyId:-string ProvisionedThroughputOverride:ProvisionedThroughputOverride OnDemandThroughputOverride:OnDemandThroughputOverride WarmThroughput:TableWarmThroughputDescription GlobalSecondaryIndexes:ReplicaGlobalSecondaryIndexDescriptionList ReplicaInaccessibleDateTime:-timestamp ReplicaTableClassSummary:TableClassSummary GlobalTableSettingsReplicationMode:GlobalTableSettingsReplicationMode
        structure ReplicaGlobalSecondaryIndexAutoScalingDescription IndexName:IndexName IndexStatus:IndexStatus ProvisionedReadCapacityAutoScalingSettings:AutoScalingSettingsDescription ProvisionedWriteCapacityAutoScalingSettings:AutoScalingSettingsDescription
        structure ReplicaGlobalSecondaryIndexDescription IndexName:IndexName ProvisionedThroughputOverride:ProvisionedThroughputOverride OnDemandThroughputOverride:OnDemandThroughputOverride WarmThroughput:GlobalSecondaryIndexWarmThroughputDescription
        structure ReplicaGlobalSecondaryIndexSettingsDescription IndexName*:IndexName IndexStatus:IndexStatus ProvisionedReadCapacityUnits:PositiveLongObject ProvisionedReadCapacityAutoScalingSettings:AutoScalingSettingsDescription ProvisionedWriteCapacityUnits:PositiveLongObject ProvisionedWriteCapacityAutoScalingSettings:AutoScalingSettingsDescription
        structure ReplicaSettingsDescription RegionName*:-string ReplicaStatus:ReplicaStatus ReplicaBillingModeSummary:BillingModeSummary ReplicaProvisionedReadCapacityUnits:NonNegativeLongObject ReplicaProvisionedReadCapacityAutoScalingSettings:AutoScalingSettingsDescription ReplicaProvisionedWriteCapacityUnits:NonNegativeLongObject ReplicaProvisionedWriteCapacityAutoScalingSettings:AutoScalingSettingsDescription ReplicaGlobalSecondaryIndexSettings:ReplicaGlobalSecondaryIndexSettingsDescriptionList ReplicaTableClassSummary:TableClassSummary
        structure RestoreSummary SourceBackupArn:BackupArn SourceTableArn:TableArn RestoreDateTime*:-timestamp RestoreInProgress*:-boolean
        structure RestoreTableFromBackupOutput TableDescription:TableDescription
        structure RestoreTableToPointInTimeOutput TableDescription:TableDescription
        structure S3BucketSource S3BucketOwner:-string S3Bucket*:S3Bucket S3KeyPrefix:S3Prefix
        structure SSEDescription Status:SSEStatus SseType:SSEType KmsMasterKeyArn:-string InaccessibleEncryptionDateTime:-timestamp
        structure SSESpecification Enabled:-boolean SseType:SSEType KmsMasterKeyId:-string
        structure ScanOutput Items:ItemList Count:-integer ScannedCount:-integer LastEvaluatedKey:Key ConsumedCapacity:ConsumedCapacity
        structure SourceTableDetails TableName*:TableName TableId*:-string TableArn:TableArn TableSizeBytes:-integer KeySchema*:KeySchema TableCreationDateTime*:-timestamp ProvisionedThroughput*:ProvisionedThroughput OnDemandThroughput:OnDemandThroughput ItemCount:ItemCount BillingMode:BillingMode
        structure SourceTableFeatureDetails LocalSecondaryIndexes:LocalSecondaryIndexes GlobalSecondaryIndexes:GlobalSecondaryIndexes StreamDescription:StreamSpecification TimeToLiveDescription:TimeToLiveDescription SseDescription:SSEDescription
        structure StreamSpecification StreamEnabled*:-boolean StreamViewType:StreamViewType
        structure TableAutoScalingDescription TableName:TableName TableStatus:TableStatus Replicas:ReplicaAutoScalingDescriptionList
        structure TableClassSummary TableClass:TableClass LastUpdateDateTime:-timestamp
        structure TableCreationParameters TableName*:TableName AttributeDefinitions*:AttributeDefinitions KeySchema*:KeySchema BillingMode:BillingMode ProvisionedThroughput:ProvisionedThroughput OnDemandThroughput:OnDemandThroughput SseSpecification:SSESpecification GlobalSecondaryIndexes:GlobalSecondaryIndexList
        structure TableDescription AttributeDefinitions:AttributeDefinitions TableName:TableName KeySchema:KeySchema TableStatus:TableStatus CreationDateTime:-timestamp ProvisionedThroughput:ProvisionedThroughputDescription TableSizeBytes:-integer ItemCount:-integer TableArn:-string TableId:-string BillingModeSummary:BillingModeSummary LocalSecondaryIndexes:LocalSecondaryIndexDescriptionList GlobalSecondaryIndexes:GlobalSecondaryIndexDescriptionList StreamSpecification:StreamSpecification LatestStreamLabel:-string LatestStreamArn:StreamArn GlobalTableVersion:-string Replicas:ReplicaDescriptionList GlobalTableWitnesses:GlobalTableWitnessDescriptionList GlobalTableSettingsReplicationMode:GlobalTableSettingsReplicationMode RestoreSummary:RestoreSummary SseDescription:SSEDescription ArchivalSummary:ArchivalSummary TableClassSummary:TableClassSummary DeletionProtectionEnabled:-boolean OnDemandThroughput:OnDemandThroughput WarmThroughput:TableWarmThroughputDescription MultiRegionConsistency:MultiRegionConsistency
        structure TableWarmThroughputDescription ReadUnitsPerSecond:PositiveLongObject WriteUnitsPerSecond:PositiveLongObject Status:TableStatus
        structure Tag Key*:TagKeyString Value*:TagValueString
        structure TimeToLiveDescription TimeToLiveStatus:TimeToLiveStatus AttributeName:TimeToLiveAttributeName
        structure TimeToLiveSpecification Enabled*:-boolean AttributeName*:TimeToLiveAttributeName
        structure TransactGetItemsOutput ConsumedCapacity:ConsumedCapacityMultiple Responses:ItemResponseList
        structure TransactWriteItemsOutput ConsumedCapacity:ConsumedCapacityMultiple ItemCollectionMetrics:ItemCollectionMetricsPerTable
        structure UpdateContinuousBackupsOutput ContinuousBackupsDescription:ContinuousBackupsDescription
        structure UpdateContributorInsightsOutput TableName:TableName IndexName:IndexName ContributorInsightsStatus:ContributorInsightsStatus ContributorInsightsMode:ContributorInsightsMode
        structure UpdateGlobalTableOutput GlobalTableDescription:GlobalTableDescription
        structure UpdateGlobalTableSettingsOutput GlobalTableName:TableName ReplicaSettings:ReplicaSettingsDescriptionList
        structure UpdateItemOutput Attributes:AttributeMap ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics
        structure UpdateKinesisStreamingConfiguration ApproximateCreationDateTimePrecision:ApproximateCreationDateTimePrecision
        structure UpdateKinesisStreamingDestinationOutput TableName:TableName StreamArn:StreamArn DestinationStatus:DestinationStatus UpdateKinesisStreamingConfiguration:UpdateKinesisStreamingConfiguration
        structure UpdateTableOutput TableDescription:TableDescription
        structure UpdateTableReplicaAutoScalingOutput TableAutoScalingDescription:TableAutoScalingDescription
        structure UpdateTimeToLiveOutput TimeToLiveSpecification:TimeToLiveSpecification
        structure WarmThroughput ReadUnitsPerSecond:-integer WriteUnitsPerSecond:-integer
        structure WriteRequest PutRequest:PutRequest DeleteRequest:DeleteRequest
        timestamp -timestamp
        """#)
}
