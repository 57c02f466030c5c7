// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `glue`.
    static let glue = ModelReader.read(
        #"""
        service glue - - - - coral
        action batchCreatePartition - BatchCreatePartitionResponse
        action batchStopJobRun - BatchStopJobRunResponse
        action createJob - CreateJobResponse
        action createTable - CreateTableResponse
        action deleteJob - DeleteJobResponse
        action deleteTable - DeleteTableResponse
        action getDatabase - GetDatabaseResponse
        action getDatabases - GetDatabasesResponse
        action getJobRun - GetJobRunResponse
        action getJobRuns - GetJobRunsResponse
        action getPartition - GetPartitionResponse
        action getPartitions - GetPartitionsResponse
        action getTable - GetTableResponse
        action getTables - GetTablesResponse
        action startCrawler - StartCrawlerResponse
        action startJobRun - StartJobRunResponse
        action startWorkflowRun - StartWorkflowRunResponse
        action stopCrawler - StopCrawlerResponse
        boolean -boolean
        double -double
        integer -integer
        integer IntegerFlag 0..1
        integer NonNegativeInteger 0..
        integer NotifyDelayAfter 1..
        integer TableVersionId -1..
        integer Timeout 1..
        integer VersionLongNumber 1..100000
        list BatchStopJobRunErrorList BatchStopJobRunError -
        list BatchStopJobRunSuccessfulSubmissionList BatchStopJobRunSuccessfulSubmission -
        list ColumnList Column -
        list ColumnValueStringList -string -
        list DatabaseList Database -
        list JobRunList JobRun -
        list LocationStringList LocationString -
        list NameStringList NameString -
        list OrderList Order -
        list PartitionErrors PartitionError -
        list PartitionList Partition -
        list PermissionList Permission -
        list PredecessorList Predecessor -
        list PrincipalPermissionsList PrincipalPermissions -
        list TableList Table -
        list ValueStringList ValueString -
        list ViewRepresentationList ViewRepresentation - 1..1000
        list ViewSubObjectVersionIdsList TableVersionId - 0..250
        list ViewSubObjectsList ArnString - 0..10
        list ViewValidationList ViewValidation -
        map GenericMap -string -string - -
        map LocationMap -string -string - -
        map ParametersMap KeyString ParametersMapValue - -
        string -string
        string ArnString 20..2048
        string CatalogIdString 1..255
        string ColumnTypeString 0..131072
        string CommentString 0..255
        string DataLakePrincipalString 1..255
        string DescriptionString 0..2048
        string ExecutionClass ..16 enum FLEX,STANDARD
        string FederationIdentifier 1..512
        string FormatString ..128
        string GlueResourceArn 1..10240
        string GlueVersionString 1..255
        string HashString 1..255
        string IdString 1..255
        string JobMode enum SCRIPT,VISUAL,NOTEBOOK
        string JobRunState enum STARTING,RUNNING,STOPPING,STOPPED,SUCCEEDED,FAILED,TIMEOUT,ERROR,WAITING,EXPIRED
        string KeyString 1..255
        string LastRefreshType enum FULL,INCREMENTAL
        string LocationString ..2056
        string NameString 1..255
        string OrchestrationMessageString ..400000
        string OrchestrationPolicyJsonString 2..2048
        string ParametersMapValue ..512000
        string Permission enum ALL,SELECT,ALTER,DROP,DELETE,INSERT,CREATE_DATABASE,CREATE_TABLE,DATA_LOCATION_ACCESS
        string ResourceAction enum UPDATE,CREATE
        string ResourceState enum QUEUED,IN_PROGRESS,SUCCESS,STOPPED,FAILED
        string SchemaRegistryNameString 1..255
        string SchemaVersionIdString 36..36
        string TableTypeString ..255
        string URI 1..1024
        string ValueString 1..1024
        string VersionString 1..255
        string ViewDialect enum REDSHIFT,ATHENA,SPARK
        string ViewDialectVersionString 1..255
        string ViewTextString ..409600
        string WorkerType enum Standard,G.1X,G.2X,G.025X,G.4X,G.8X,Z.2X
        structure BatchCreatePartitionResponse Errors:PartitionErrors
        structure BatchStopJobRunError JobName:NameString JobRunId:IdString ErrorDetail:ErrorDetail
        structure BatchStopJobRunResponse SuccessfulSubmissions:BatchStopJobRunSuccessfulSubmissionList Errors:BatchStopJobRunErrorList
        structure BatchStopJobRunSuccessfulSubmission JobName:NameString JobRunId:IdString
        structure Column Name*:NameString Type:ColumnTypeString Comment:CommentString Parameters:ParametersMap
        structure CreateJobResponse Name:NameString
        structure CreateTableResponse
        structure DataLakePrincipal DataLakePrincipalIdentifier:DataLakePrincipalString
        structure Database Name*:NameString Description:DescriptionString LocationUri:URI Parameters:ParametersMap CreateTime:-timestamp CreateTableDefaultPermissions:PrincipalPermissionsList TargetDatabase:DatabaseIdentifier CatalogId:CatalogIdString FederatedDatabase:FederatedDatabase
        structure DatabaseIdentifier CatalogId:CatalogIdString DatabaseName:NameString Region:NameString
        structure DeleteJobResponse JobName:NameString
        structure DeleteTableResponse
        structure ErrorDetail ErrorCode:NameString ErrorMessage:DescriptionString
        structure FederatedDatabase Identifier:FederationIdentifier ConnectionName:NameString ConnectionType:NameString
        structure FederatedTable Identifier:FederationIdentifier DatabaseIdentifier:FederationIdentifier ConnectionName:NameString ConnectionType:NameString
        structure GetDatabaseResponse Database:Database
        structure GetDatabasesResponse DatabaseList*:DatabaseList NextToken:-string
        structure GetJobRunResponse JobRun:JobRun
        structure GetJobRunsResponse JobRuns:JobRunList NextToken:-string
        structure GetPartitionResponse Partition:Partition
        structure GetPartitionsResponse Partitions:PartitionList NextToken:-string
        structure GetTableResponse Table:Table
        structure GetTablesResponse TableList:TableList NextToken:-string
        structure JobRun Id:IdString Attempt:-integer PreviousRunId:IdString TriggerName:NameString JobName:NameString JobMode:JobMode JobRunQueuingEnabled:-boolean StartedOn:-timestamp LastModifiedOn:-timestamp CompletedOn:-timestamp JobRunState:JobRunState Arguments:GenericMap ErrorMessage:-string PredecessorRuns:PredecessorList AllocatedCapacity:-integer ExecutionTime:-integer Timeout:Timeout MaxCapacity:-double WorkerType:WorkerType NumberOfWorkers:-integer SecurityConfiguration:NameString LogGroupName:-string NotificationProperty:NotificationProperty GlueVersion:GlueVersionString DpuSeconds:-double ExecutionClass:ExecutionClass MaintenanceWindow:-string ProfileName:NameString StateDetail:OrchestrationMessageString ExecutionRoleSessionPolicy:OrchestrationPolicyJsonString
        structure NotificationProperty NotifyDelayAfter:NotifyDelayAfter
        structure Order Column*:NameString SortOrder*:IntegerFlag
        structure Partition Values:ValueStringList DatabaseName:NameString TableName:NameString CreationTime:-timestamp LastAccessTime:-timestamp StorageDescriptor:StorageDescriptor Parameters:ParametersMap LastAnalyzedTime:-timestamp CatalogId:CatalogIdString
        structure PartitionError PartitionValues:ValueStringList ErrorDetail:ErrorDetail
        structure Predecessor JobName:NameString RunId:IdString
        structure PrincipalPermissions Principal:DataLakePrincipal Permissions:PermissionList
        structure SchemaId SchemaArn:GlueResourceArn SchemaName:SchemaRegistryNameString RegistryName:SchemaRegistryNameString
        structure SchemaReference SchemaId:SchemaId SchemaVersionId:SchemaVersionIdString SchemaVersionNumber:VersionLongNumber
        structure SerDeInfo Name:NameString SerializationLibrary:NameString Parameters:ParametersMap
        structure SkewedInfo SkewedColumnNames:NameStringList SkewedColumnValues:ColumnValueStringList SkewedColumnValueLocationMaps:LocationMap
        structure StartCrawlerResponse
        structure StartJobRunResponse JobRunId:IdString
        structure StartWorkflowRunResponse RunId:IdString
        structure StatusDetails RequestedChange:Table ViewValidations:ViewValidationList
        structure StopCrawlerResponse
        structure StorageDescriptor Columns:ColumnList Location:LocationString AdditionalLocations:LocationStringList InputFormat:FormatString OutputFormat:FormatString Compressed:-boolean NumberOfBuckets:-integer SerdeInfo:SerDeInfo BucketColumns:NameStringList SortColumns:OrderList Parameters:ParametersMap SkewedInfo:SkewedInfo StoredAsSubDirectories:-boolean SchemaReference:SchemaReference
        structure Table Name*:NameString DatabaseName:NameString Description:DescriptionString Owner:NameString CreateTime:-timestamp UpdateTime:-timestamp LastAccessTime:-timestamp LastAnalyzedTime:-timestamp Retention:NonNegativeInteger StorageDescriptor:StorageDescriptor PartitionKeys:ColumnList ViewOriginalText:ViewTextString ViewExpandedText:ViewTextString TableType:TableTypeString Parameters:ParametersMap CreatedBy:NameString IsRegisteredWithLakeFormation:-boolean TargetTable:TableIdentifier CatalogId:CatalogIdString VersionId:VersionString FederatedTable:FederatedTable ViewDefinition:ViewDefinition IsMultiDialectView:-boolean IsMaterializedView:-boolean Status:TableStatus
        structure TableIdentifier CatalogId:CatalogIdString DatabaseName:NameString Name:NameString Region:NameString
        structure TableStatus RequestedBy:NameString UpdatedBy:NameString RequestTime:-timestamp UpdateTime:-timestamp Action:ResourceAction State:ResourceState Error:ErrorDetail Details:StatusDetails
        structure ViewDefinition IsProtected:-boolean Definer:ArnString ViewVersionId:TableVersionId ViewVersionToken:HashString RefreshSeconds:-integer LastRefreshType:LastRefreshType SubObjects:ViewSubObjectsList SubObjectVersionIds:ViewSubObjectVersionIdsList Representations:ViewRepresentationList
        structure ViewRepresentation Dialect:ViewDialect DialectVersion:ViewDialectVersionString ViewOriginalText:ViewTextString ViewExpandedText:ViewTextString ValidationConnection:NameString IsStale:-boolean
        structure ViewValidation Dialect:ViewDialect DialectVersion:ViewDialectVersionString ViewValidationText:ViewTextString UpdateTime:-timestamp State:ResourceState Error:ErrorDetail
        timestamp -timestamp
        """#)
}
