// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `redshiftdata`.
    static let redshiftdata = ModelReader.read(
        #"""
        service redshiftdata - - - - coral
        action batchExecuteStatement - BatchExecuteStatementOutput
        action cancelStatement - CancelStatementResponse
        action describeStatement - DescribeStatementResponse
        action describeTable - DescribeTableResponse
        action executeStatement - ExecuteStatementOutput
        action getStatementResult - GetStatementResultResponse
        action getStatementResultV2 - GetStatementResultV2Response
        action listDatabases - ListDatabasesResponse
        action listSchemas - ListSchemasResponse
        action listStatements - ListStatementsResponse
        action listTables - ListTablesResponse
        blob -blob
        boolean -boolean
        double -double
        integer -integer
        list ColumnList ColumnMetadata -
        list ColumnMetadataList ColumnMetadata -
        list DatabaseList -string -
        list DbGroupList -string -
        list FieldList Field -
        list FormattedSqlRecords QueryRecords -
        list SchemaList -string -
        list SqlParametersList SqlParameter - 1..
        list SqlRecords FieldList -
        list StatementList StatementData -
        list StatementStringList -string -
        list SubStatementList SubStatementData -
        list TableList TableMember -
        string -string
        string ClusterIdentifierString 1..63
        string ParameterValue 1..
        string ResultFormatString enum JSON,CSV
        string StatementNameString 0..2048
        string StatementStatusString enum SUBMITTED,PICKED,STARTED,FINISHED,ABORTED,FAILED
        string StatusString enum SUBMITTED,PICKED,STARTED,FINISHED,ABORTED,FAILED,ALL
        string WorkgroupNameString 3..128
        structure BatchExecuteStatementOutput Id:-string CreatedAt:-timestamp ClusterIdentifier:ClusterIdentifierString DbUser:-string DbGroups:DbGroupList Database:-string SecretArn:-string WorkgroupName:WorkgroupNameString SessionId:-string
        structure CancelStatementResponse Status:-boolean
        structure ColumnMetadata IsCaseSensitive:-boolean IsCurrency:-boolean IsSigned:-boolean Label:-string Name:-string Nullable:-integer Precision:-integer Scale:-integer SchemaName:-string TableName:-string TypeName:-string Length:-integer ColumnDefault:-string
        structure DescribeStatementResponse Id*:-string SecretArn:-string DbUser:-string Database:-string ClusterIdentifier:-string Duration:-integer Error:-string Status:StatusString CreatedAt:-timestamp UpdatedAt:-timestamp RedshiftPid:-integer HasResultSet:-boolean QueryString:-string ResultRows:-integer ResultSize:-integer RedshiftQueryId:-integer QueryParameters:SqlParametersList SubStatements:SubStatementList WorkgroupName:WorkgroupNameString ResultFormat:ResultFormatString SessionId:-string
        structure DescribeTableResponse TableName:-string ColumnList:ColumnList NextToken:-string
        structure ExecuteStatementOutput Id:-string CreatedAt:-timestamp ClusterIdentifier:ClusterIdentifierString DbUser:-string DbGroups:DbGroupList Database:-string SecretArn:-string WorkgroupName:WorkgroupNameString SessionId:-string
        structure Field IsNull:-boolean BooleanValue:-boolean LongValue:-integer DoubleValue:-double StringValue:-string BlobValue:-blob
        structure GetStatementResultResponse Records*:SqlRecords ColumnMetadata:ColumnMetadataList TotalNumRows:-integer NextToken:-string
        structure GetStatementResultV2Response Records*:FormattedSqlRecords ColumnMetadata:ColumnMetadataList TotalNumRows:-integer ResultFormat:ResultFormatString NextToken:-string
        structure ListDatabasesResponse Databases:DatabaseList NextToken:-string
        structure ListSchemasResponse Schemas:SchemaList NextToken:-string
        structure ListStatementsResponse Statements*:StatementList NextToken:-string
        structure ListTablesResponse Tables:TableList NextToken:-string
        structure QueryRecords CsvRecords:-string
        structure SqlParameter Name*:-string Value*:ParameterValue
        structure StatementData Id*:-string QueryString:-string QueryStrings:StatementStringList SecretArn:-string Status:StatusString StatementName:StatementNameString CreatedAt:-timestamp UpdatedAt:-timestamp QueryParameters:SqlParametersList IsBatchStatement:-boolean ResultFormat:ResultFormatString SessionId:-string
        structure SubStatementData Id*:-string Duration:-integer Error:-string Status:StatementStatusString CreatedAt:-timestamp UpdatedAt:-timestamp QueryString:-string ResultRows:-integer ResultSize:-integer RedshiftQueryId:-integer HasResultSet:-boolean
        structure TableMember Name:-string Type:-string Schema:-string
        timestamp -timestamp
        """#)
}
