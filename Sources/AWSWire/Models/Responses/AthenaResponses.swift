// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `athena`.
    static let athena = ModelReader.read(
        #"""
        service athena - - - - coral
        action batchGetQueryExecution - BatchGetQueryExecutionOutput
        action getNamedQuery - GetNamedQueryOutput
        action getQueryExecution - GetQueryExecutionOutput
        action getQueryResults - GetQueryResultsOutput
        action listQueryExecutions - ListQueryExecutionsOutput
        action startQueryExecution - StartQueryExecutionOutput
        action stopQueryExecution - StopQueryExecutionOutput
        boolean -boolean
        double -double
        integer -integer
        integer Age 0..10080
        integer ErrorCategory 1..3
        integer ErrorType 0..9999
        list ColumnInfoList ColumnInfo -
        list ExecutionParameters ExecutionParameter - 1..
        list QueryExecutionIdList QueryExecutionId - 1..50
        list QueryExecutionList QueryExecution -
        list RowList Row -
        list UnprocessedQueryExecutionIdList UnprocessedQueryExecutionId -
        list datumList Datum -
        string -string
        string AuthenticationType enum DIRECTORY_IDENTITY
        string AwsAccountId 12..12
        string CatalogNameString 1..256
        string ColumnNullable enum NOT_NULL,NULLABLE,UNKNOWN
        string DatabaseString 1..255
        string DescriptionString 1..1024
        string EncryptionOption enum SSE_S3,SSE_KMS,CSE_KMS
        string ErrorCode 1..256
        string ExecutionParameter 1..1024
        string KmsKey 1..2048
        string NameString 1..128
        string NamedQueryId 1..128
        string QueryExecutionId 1..128
        string QueryExecutionState enum QUEUED,RUNNING,SUCCEEDED,FAILED,CANCELLED
        string QueryString 1..262144
        string S3AclOption enum BUCKET_OWNER_FULL_CONTROL
        string StatementType enum DDL,DML,UTILITY
        string Token 1..1024
        structure AclConfiguration S3AclOption*:S3AclOption
        structure AthenaError ErrorCategory:ErrorCategory ErrorType:ErrorType Retryable:-boolean ErrorMessage:-string
        structure BatchGetQueryExecutionOutput QueryExecutions:QueryExecutionList UnprocessedQueryExecutionIds:UnprocessedQueryExecutionIdList
        structure ColumnInfo CatalogName:-string SchemaName:-string TableName:-string Name*:-string Label:-string Type*:-string Precision:-integer Scale:-integer Nullable:ColumnNullable CaseSensitive:-boolean
        structure Datum VarCharValue:-string
        structure EncryptionConfiguration EncryptionOption*:EncryptionOption KmsKey:-string
        structure EngineVersion SelectedEngineVersion:NameString EffectiveEngineVersion:NameString
        structure GetNamedQueryOutput NamedQuery:NamedQuery
        structure GetQueryExecutionOutput QueryExecution:QueryExecution
        structure GetQueryResultsOutput UpdateCount:-integer ResultSet:ResultSet NextToken:Token
        structure ListQueryExecutionsOutput QueryExecutionIds:QueryExecutionIdList NextToken:Token
        structure ManagedQueryResultsConfiguration Enabled*:-boolean EncryptionConfiguration:ManagedQueryResultsEncryptionConfiguration
        structure ManagedQueryResultsEncryptionConfiguration KmsKey*:KmsKey
        structure NamedQuery Name*:NameString Description:DescriptionString Database*:DatabaseString QueryString*:QueryString NamedQueryId:NamedQueryId WorkGroup:-string
        structure QueryExecution QueryExecutionId:QueryExecutionId Query:QueryString StatementType:StatementType ManagedQueryResultsConfiguration:ManagedQueryResultsConfiguration ResultConfiguration:ResultConfiguration ResultReuseConfiguration:ResultReuseConfiguration QueryExecutionContext:QueryExecutionContext Status:QueryExecutionStatus Statistics:QueryExecutionStatistics WorkGroup:-string EngineVersion:EngineVersion ExecutionParameters:ExecutionParameters SubstatementType:-string QueryResultsS3AccessGrantsConfiguration:QueryResultsS3AccessGrantsConfiguration
        structure QueryExecutionContext Database:DatabaseString Catalog:CatalogNameString
        structure QueryExecutionStatistics EngineExecutionTimeInMillis:-integer DataScannedInBytes:-integer DataManifestLocation:-string TotalExecutionTimeInMillis:-integer QueryQueueTimeInMillis:-integer ServicePreProcessingTimeInMillis:-integer QueryPlanningTimeInMillis:-integer ServiceProcessingTimeInMillis:-integer ResultReuseInformation:ResultReuseInformation DpuCount:-double
        structure QueryExecutionStatus State:QueryExecutionState StateChangeReason:-string SubmissionDateTime:-timestamp CompletionDateTime:-timestamp AthenaError:AthenaError
        structure QueryResultsS3AccessGrantsConfiguration EnableS3AccessGrants*:-boolean CreateUserLevelPrefix:-boolean AuthenticationType*:AuthenticationType
        structure ResultConfiguration OutputLocation:-string EncryptionConfiguration:EncryptionConfiguration ExpectedBucketOwner:AwsAccountId AclConfiguration:AclConfiguration
        structure ResultReuseByAgeConfiguration Enabled*:-boolean MaxAgeInMinutes:Age
        structure ResultReuseConfiguration ResultReuseByAgeConfiguration:ResultReuseByAgeConfiguration
        structure ResultReuseInformation ReusedPreviousResult*:-boolean
        structure ResultSet Rows:RowList ResultSetMetadata:ResultSetMetadata
        structure ResultSetMetadata ColumnInfo:ColumnInfoList
        structure Row Data:datumList
        structure StartQueryExecutionOutput QueryExecutionId:QueryExecutionId
        structure StopQueryExecutionOutput
        structure UnprocessedQueryExecutionId QueryExecutionId:QueryExecutionId ErrorCode:ErrorCode ErrorMessage:-string
        timestamp -timestamp
        """#)
}
