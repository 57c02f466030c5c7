// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `databrew`.
    static let databrew = ModelReader.read(
        #"""
        service databrew - - - - coral
        action describeJobRun - DescribeJobRunResponse
        action listJobRuns - ListJobRunsResponse
        action startJobRun - StartJobRunResponse
        boolean -boolean
        integer -integer
        integer MaxOutputFiles 1..999
        list AllowedStatisticList AllowedStatistics - 1..
        list ColumnNameList ColumnName - ..200
        list ColumnSelectorList ColumnSelector - 1..
        list ColumnStatisticsConfigurationList ColumnStatisticsConfiguration - 1..
        list DataCatalogOutputList DataCatalogOutput - 1..
        list DatabaseOutputList DatabaseOutput - 1..
        list EntityTypeList EntityType - 1..
        list JobRunList JobRun -
        list OutputList Output - 1..
        list StatisticList Statistic - 1..
        list StatisticOverrideList StatisticOverride - 1..
        list ValidationConfigurationList ValidationConfiguration - 1..
        map ParameterMap ParameterName ParameterValue - -
        string -string
        string Arn 20..2048
        string Bucket 3..63
        string BucketOwner 12..12
        string CatalogId 1..255
        string ColumnName 1..255
        string CompressionFormat enum GZIP,LZ4,SNAPPY,BZIP2,DEFLATE,LZO,BROTLI,ZSTD,ZLIB
        string DatabaseName 1..255
        string DatabaseOutputMode enum NEW_TABLE
        string DatabaseTableName 1..255
        string DatasetName 1..255
        string Delimiter 1..1
        string EntityType 1..128
        string GlueConnectionName 1..255
        string JobName 1..240
        string JobRunId 1..255
        string JobRunState enum STARTING,RUNNING,STOPPING,STOPPED,SUCCEEDED,FAILED,TIMEOUT
        string Key 1..1280
        string LogGroupName 1..512
        string LogSubscription enum ENABLE,DISABLE
        string NextToken 1..2000
        string OutputFormat enum CSV,JSON,PARQUET,GLUEPARQUET,AVRO,ORC,XML,TABLEAUHYPER
        string ParameterName 1..128
        string ParameterValue 1..32768
        string RecipeName 1..255
        string RecipeVersion 1..16
        string SampleMode enum FULL_DATASET,CUSTOM_ROWS
        string Statistic 1..128
        string TableName 1..255
        string ValidationMode enum CHECK_ALL
        structure AllowedStatistics Statistics*:StatisticList
        structure ColumnSelector Regex:ColumnName Name:ColumnName
        structure ColumnStatisticsConfiguration Selectors:ColumnSelectorList Statistics*:StatisticsConfiguration
        structure CsvOutputOptions Delimiter:Delimiter
        structure DataCatalogOutput CatalogId:CatalogId DatabaseName*:DatabaseName TableName*:TableName S3Options:S3TableOutputOptions DatabaseOptions:DatabaseTableOutputOptions Overwrite:-boolean
        structure DatabaseOutput GlueConnectionName*:GlueConnectionName DatabaseOptions*:DatabaseTableOutputOptions DatabaseOutputMode:DatabaseOutputMode
        structure DatabaseTableOutputOptions TempDirectory:S3Location TableName*:DatabaseTableName
        structure DescribeJobRunResponse Attempt:-integer CompletedOn:-timestamp DatasetName:DatasetName ErrorMessage:-string ExecutionTime:-integer JobName*:JobName ProfileConfiguration:ProfileConfiguration ValidationConfigurations:ValidationConfigurationList RunId:JobRunId State:JobRunState LogSubscription:LogSubscription LogGroupName:LogGroupName Outputs:OutputList DataCatalogOutputs:DataCatalogOutputList DatabaseOutputs:DatabaseOutputList RecipeReference:RecipeReference StartedBy:-string StartedOn:-timestamp JobSample:JobSample
        structure EntityDetectorConfiguration EntityTypes*:EntityTypeList AllowedStatistics:AllowedStatisticList
        structure JobRun Attempt:-integer CompletedOn:-timestamp DatasetName:DatasetName ErrorMessage:-string ExecutionTime:-integer JobName:JobName RunId:JobRunId State:JobRunState LogSubscription:LogSubscription LogGroupName:LogGroupName Outputs:OutputList DataCatalogOutputs:DataCatalogOutputList DatabaseOutputs:DatabaseOutputList RecipeReference:RecipeReference StartedBy:-string StartedOn:-timestamp JobSample:JobSample ValidationConfigurations:ValidationConfigurationList
        structure JobSample Mode:SampleMode Size:-integer
        structure ListJobRunsResponse JobRuns*:JobRunList NextToken:NextToken
        structure Output CompressionFormat:CompressionFormat Format:OutputFormat PartitionColumns:ColumnNameList Location*:S3Location Overwrite:-boolean FormatOptions:OutputFormatOptions MaxOutputFiles:MaxOutputFiles
        structure OutputFormatOptions Csv:CsvOutputOptions
        structure ProfileConfiguration DatasetStatisticsConfiguration:StatisticsConfiguration ProfileColumns:ColumnSelectorList ColumnStatisticsConfigurations:ColumnStatisticsConfigurationList EntityDetectorConfiguration:EntityDetectorConfiguration
        structure RecipeReference Name*:RecipeName RecipeVersion:RecipeVersion
        structure S3Location Bucket*:Bucket Key:Key BucketOwner:BucketOwner
        structure S3TableOutputOptions Location*:S3Location
        structure StartJobRunResponse RunId*:JobRunId
        structure StatisticOverride Statistic*:Statistic Parameters*:ParameterMap
        structure StatisticsConfiguration IncludedStatistics:StatisticList Overrides:StatisticOverrideList
        structure ValidationConfiguration RulesetArn*:Arn ValidationMode:ValidationMode
        timestamp -timestamp
        """#)
}
