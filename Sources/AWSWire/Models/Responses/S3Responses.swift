// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `s3`.
    static let s3 = ModelReader.read(
        #"""
        service s3 - - - - coral
        action abortMultipartUpload - AbortMultipartUploadOutput
        action completeMultipartUpload - CompleteMultipartUploadOutput
        action copyObject - CopyObjectOutput
        action createBucket - CreateBucketOutput
        action createMultipartUpload - CreateMultipartUploadOutput
        action createSession - CreateSessionOutput
        action deleteObject - DeleteObjectOutput
        action deleteObjectTagging - DeleteObjectTaggingOutput
        action deleteObjects - DeleteObjectsOutput
        action getBucketAbac - GetBucketAbacOutput
        action getBucketAccelerateConfiguration - GetBucketAccelerateConfigurationOutput
        action getBucketAcl - GetBucketAclOutput
        action getBucketAnalyticsConfiguration - GetBucketAnalyticsConfigurationOutput
        action getBucketCors - GetBucketCorsOutput
        action getBucketEncryption - GetBucketEncryptionOutput
        action getBucketIntelligentTieringConfiguration - GetBucketIntelligentTieringConfigurationOutput
        action getBucketInventoryConfiguration - GetBucketInventoryConfigurationOutput
        action getBucketLifecycle - GetBucketLifecycleOutput
        action getBucketLifecycleConfiguration - GetBucketLifecycleConfigurationOutput
        action getBucketLocation - GetBucketLocationOutput
        action getBucketLogging - GetBucketLoggingOutput
        action getBucketMetadataConfiguration - GetBucketMetadataConfigurationOutput
        action getBucketMetadataTableConfiguration - GetBucketMetadataTableConfigurationOutput
        action getBucketMetricsConfiguration - GetBucketMetricsConfigurationOutput
        action getBucketNotification - NotificationConfigurationDeprecated
        action getBucketNotificationConfiguration - NotificationConfiguration
        action getBucketOwnershipControls - GetBucketOwnershipControlsOutput
        action getBucketPolicy - GetBucketPolicyOutput
        action getBucketPolicyStatus - GetBucketPolicyStatusOutput
        action getBucketReplication - GetBucketReplicationOutput
        action getBucketRequestPayment - GetBucketRequestPaymentOutput
        action getBucketTagging - GetBucketTaggingOutput
        action getBucketVersioning - GetBucketVersioningOutput
        action getBucketWebsite - GetBucketWebsiteOutput
        action getObject - GetObjectOutput
        action getObjectAcl - GetObjectAclOutput
        action getObjectAttributes - GetObjectAttributesOutput
        action getObjectLegalHold - GetObjectLegalHoldOutput
        action getObjectLockConfiguration - GetObjectLockConfigurationOutput
        action getObjectRetention - GetObjectRetentionOutput
        action getObjectTagging - GetObjectTaggingOutput
        action getObjectTorrent - GetObjectTorrentOutput
        action getPublicAccessBlock - GetPublicAccessBlockOutput
        action headBucket - HeadBucketOutput
        action headObject - HeadObjectOutput
        action listBucketAnalyticsConfigurations - ListBucketAnalyticsConfigurationsOutput
        action listBucketIntelligentTieringConfigurations - ListBucketIntelligentTieringConfigurationsOutput
        action listBucketInventoryConfigurations - ListBucketInventoryConfigurationsOutput
        action listBucketMetricsConfigurations - ListBucketMetricsConfigurationsOutput
        action listBuckets - ListBucketsOutput
        action listDirectoryBuckets - ListDirectoryBucketsOutput
        action listMultipartUploads - ListMultipartUploadsOutput
        action listObjectVersions - ListObjectVersionsOutput
        action listObjects - ListObjectsOutput
        action listObjectsV2 - ListObjectsV2Output
        action listParts - ListPartsOutput
        action putBucketLifecycleConfiguration - PutBucketLifecycleConfigurationOutput
        action putObject - PutObjectOutput
        action putObjectAcl - PutObjectAclOutput
        action putObjectLegalHold - PutObjectLegalHoldOutput
        action putObjectLockConfiguration - PutObjectLockConfigurationOutput
        action putObjectRetention - PutObjectRetentionOutput
        action putObjectTagging - PutObjectTaggingOutput
        action renameObject - RenameObjectOutput
        action restoreObject - RestoreObjectOutput
        action selectObjectContent - SelectObjectContentOutput
        action updateObjectEncryption - UpdateObjectEncryptionResponse
        action uploadPart - UploadPartOutput
        action uploadPartCopy - UploadPartCopyOutput
        blob -blob
        boolean -boolean
        integer -integer
        list AllowedHeaders -string -
        list AllowedMethods -string -
        list AllowedOrigins -string -
        list AnalyticsConfigurationList AnalyticsConfiguration -
        list Buckets Bucket -
        list CORSRules CORSRule -
        list ChecksumAlgorithmList ChecksumAlgorithm -
        list CommonPrefixList CommonPrefix -
        list DeleteMarkers DeleteMarkerEntry -
        list DeletedObjects DeletedObject -
        list EncryptionTypeList EncryptionType -
        list Errors Error -
        list EventList Event -
        list ExposeHeaders -string -
        list FilterRuleList FilterRule -
        list Grants Grant -
        list IntelligentTieringConfigurationList IntelligentTieringConfiguration -
        list InventoryConfigurationList InventoryConfiguration -
        list InventoryOptionalFields InventoryOptionalField -
        list LambdaFunctionConfigurationList LambdaFunctionConfiguration -
        list LifecycleRules LifecycleRule -
        list MetricsConfigurationList MetricsConfiguration -
        list MultipartUploadList MultipartUpload -
        list NoncurrentVersionTransitionList NoncurrentVersionTransition -
        list ObjectList Object -
        list ObjectVersionList ObjectVersion -
        list OwnershipControlsRules OwnershipControlsRule -
        list Parts Part -
        list PartsList ObjectPart -
        list QueueConfigurationList QueueConfiguration -
        list ReplicationRules ReplicationRule -
        list RoutingRules RoutingRule -
        list Rules Rule -
        list ServerSideEncryptionRules ServerSideEncryptionRule -
        list TagSet Tag -
        list TargetGrants TargetGrant -
        list TieringList Tiering -
        list TopicConfigurationList TopicConfiguration -
        list TransitionList Transition -
        map Metadata -string -string - -
        string -string
        string AnalyticsS3ExportFileFormat enum CSV
        string ArchiveStatus enum ARCHIVE_ACCESS,DEEP_ARCHIVE_ACCESS
        string BucketAbacStatus enum Enabled,Disabled
        string BucketAccelerateStatus enum Enabled,Suspended
        string BucketLocationConstraint enum af-south-1,ap-east-1,ap-east-2,ap-northeast-1,ap-northeast-2,ap-northeast-3,ap-south-1,ap-south-2,ap-southeast-1,ap-southeast-2,ap-southeast-3,ap-southeast-4,ap-southeast-5,ap-southeast-6,ap-southeast-7,ca-central-1,ca-west-1,cn-north-1,cn-northwest-1,EU,eu-central-1,eu-central-2,eu-north-1,eu-south-1,eu-south-2,eu-west-1,eu-west-2,eu-west-3,il-central-1,me-central-1,me-south-1,mx-central-1,sa-east-1,us-east-2,us-gov-east-1,us-gov-west-1,us-west-1,us-west-2
        string BucketLogsPermission enum FULL_CONTROL,READ,WRITE
        string BucketVersioningStatus enum Enabled,Suspended
        string ChecksumAlgorithm enum CRC32,CRC32C,SHA1,SHA256,CRC64NVME,SHA512,MD5,XXHASH64,XXHASH3,XXHASH128
        string ChecksumType enum COMPOSITE,FULL_OBJECT
        string DeleteMarkerReplicationStatus enum Enabled,Disabled
        string DirectoryBucketToken 0..1024
        string EncodingType enum url
        string EncryptionType enum NONE,SSE-C
        string Event enum s3:ReducedRedundancyLostObject,s3:ObjectCreated:*,s3:ObjectCreated:Put,s3:ObjectCreated:Post,s3:ObjectCreated:Copy,s3:ObjectCreated:CompleteMultipartUpload,s3:ObjectRemoved:*,s3:ObjectRemoved:Delete,s3:ObjectRemoved:DeleteMarkerCreated,s3:ObjectRestore:*,s3:ObjectRestore:Post,s3:ObjectRestore:Completed,s3:Replication:*,s3:Replication:OperationFailedReplication,s3:Replication:OperationNotTracked,s3:Replication:OperationMissedThreshold,s3:Replication:OperationReplicatedAfterThreshold,s3:ObjectRestore:Delete,s3:LifecycleTransition,s3:IntelligentTiering,s3:ObjectAcl:Put,s3:LifecycleExpiration:*,s3:LifecycleExpiration:Delete,s3:LifecycleExpiration:DeleteMarkerCreated,s3:ObjectTagging:*,s3:ObjectTagging:Put,s3:ObjectTagging:Delete
        string ExistingObjectReplicationStatus enum Enabled,Disabled
        string ExpirationState enum ENABLED,DISABLED
        string ExpirationStatus enum Enabled,Disabled
        string FilterRuleName enum prefix,suffix
        string IntelligentTieringAccessTier enum ARCHIVE_ACCESS,DEEP_ARCHIVE_ACCESS
        string IntelligentTieringStatus enum Enabled,Disabled
        string InventoryConfigurationState enum ENABLED,DISABLED
        string InventoryFormat enum CSV,ORC,Parquet
        string InventoryFrequency enum Daily,Weekly
        string InventoryIncludedObjectVersions enum All,Current
        string InventoryOptionalField enum Size,LastModifiedDate,StorageClass,ETag,IsMultipartUploaded,ReplicationStatus,EncryptionStatus,ObjectLockRetainUntilDate,ObjectLockMode,ObjectLockLegalHoldStatus,IntelligentTieringAccessTier,BucketKeyStatus,ChecksumAlgorithm,ObjectAccessControlList,ObjectOwner,LifecycleExpirationDate
        string LocationType enum AvailabilityZone,LocalZone
        string MFADeleteStatus enum Enabled,Disabled
        string MetricsStatus enum Enabled,Disabled
        string ObjectKey 1..
        string ObjectLockEnabled enum Enabled
        string ObjectLockLegalHoldStatus enum ON,OFF
        string ObjectLockMode enum GOVERNANCE,COMPLIANCE
        string ObjectLockRetentionMode enum GOVERNANCE,COMPLIANCE
        string ObjectOwnership enum BucketOwnerPreferred,ObjectWriter,BucketOwnerEnforced
        string ObjectStorageClass enum STANDARD,REDUCED_REDUNDANCY,GLACIER,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP
        string ObjectVersionStorageClass enum STANDARD
        string OwnerOverride enum Destination
        string PartitionDateSource enum EventTime,DeliveryTime
        string Payer enum Requester,BucketOwner
        string Permission enum FULL_CONTROL,WRITE,WRITE_ACP,READ,READ_ACP
        string Protocol enum http,https
        string Region 0..20
        string ReplicaModificationsStatus enum Enabled,Disabled
        string ReplicationRuleStatus enum Enabled,Disabled
        string ReplicationStatus enum COMPLETE,PENDING,FAILED,REPLICA,COMPLETED
        string ReplicationTimeStatus enum Enabled,Disabled
        string RequestCharged enum requester
        string S3RegionalOrS3ExpressBucketArnString 1..128
        string S3TablesBucketType enum aws,customer
        string ServerSideEncryption enum AES256,aws:fsx,aws:kms,aws:kms:dsse
        string SseKmsEncryptedObjectsStatus enum Enabled,Disabled
        string StorageClass enum STANDARD,REDUCED_REDUNDANCY,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,GLACIER,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP
        string StorageClassAnalysisSchemaVersion enum V_1
        string TransitionDefaultMinimumObjectSize enum varies_by_storage_class,all_storage_classes_128K
        string TransitionStorageClass enum GLACIER,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,DEEP_ARCHIVE,GLACIER_IR
        string Type enum CanonicalUser,AmazonCustomerByEmail,Group
        structure AbacStatus Status:BucketAbacStatus
        structure AbortIncompleteMultipartUpload DaysAfterInitiation:-integer
        structure AbortMultipartUploadOutput RequestCharged:RequestCharged
        structure AccessControlTranslation Owner*:OwnerOverride
        structure AnalyticsAndOperator Prefix:-string Tags:TagSet
        structure AnalyticsConfiguration Id*:-string Filter:AnalyticsFilter StorageClassAnalysis*:StorageClassAnalysis
        structure AnalyticsExportDestination S3BucketDestination*:AnalyticsS3BucketDestination
        structure AnalyticsFilter Prefix:-string Tag:Tag And:AnalyticsAndOperator
        structure AnalyticsS3BucketDestination Format*:AnalyticsS3ExportFileFormat BucketAccountId:-string Bucket*:-string Prefix:-string
        structure BlockedEncryptionTypes EncryptionType:EncryptionTypeList
        structure Bucket Name:-string CreationDate:-timestamp BucketRegion:-string BucketArn:S3RegionalOrS3ExpressBucketArnString
        structure CORSRule Id:-string AllowedHeaders:AllowedHeaders AllowedMethods*:AllowedMethods AllowedOrigins*:AllowedOrigins ExposeHeaders:ExposeHeaders MaxAgeSeconds:-integer
        structure Checksum ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string ChecksumType:ChecksumType
        structure CloudFunctionConfiguration Id:-string Event:Event Events:EventList CloudFunction:-string InvocationRole:-string
        structure CommonPrefix Prefix:-string
        structure CompleteMultipartUploadOutput Location:-string Bucket:-string Key:ObjectKey Expiration:-string ETag:-string ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string ChecksumType:ChecksumType ServerSideEncryption:ServerSideEncryption VersionId:-string SsekmsKeyId:-string BucketKeyEnabled:-boolean RequestCharged:RequestCharged
        structure Condition HttpErrorCodeReturnedEquals:-string KeyPrefixEquals:-string
        structure ContinuationEvent
        structure CopyObjectOutput CopyObjectResult:CopyObjectResult Expiration:-string CopySourceVersionId:-string VersionId:-string ServerSideEncryption:ServerSideEncryption SseCustomerAlgorithm:-string SseCustomerKeyMd5:-string SsekmsKeyId:-string SsekmsEncryptionContext:-string BucketKeyEnabled:-boolean RequestCharged:RequestCharged
        structure CopyObjectResult ETag:-string LastModified:-timestamp ChecksumType:ChecksumType ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string
        structure CopyPartResult ETag:-string LastModified:-timestamp ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string
        structure CreateBucketOutput Location:-string BucketArn:S3RegionalOrS3ExpressBucketArnString
        structure CreateMultipartUploadOutput AbortDate:-timestamp AbortRuleId:-string Bucket:-string Key:ObjectKey UploadId:-string ServerSideEncryption:ServerSideEncryption SseCustomerAlgorithm:-string SseCustomerKeyMd5:-string SsekmsKeyId:-string SsekmsEncryptionContext:-string BucketKeyEnabled:-boolean RequestCharged:RequestCharged ChecksumAlgorithm:ChecksumAlgorithm ChecksumType:ChecksumType
        structure CreateSessionOutput ServerSideEncryption:ServerSideEncryption SsekmsKeyId:-string SsekmsEncryptionContext:-string BucketKeyEnabled:-boolean Credentials*:SessionCredentials
        structure DefaultRetention Mode:ObjectLockRetentionMode Days:-integer Years:-integer
        structure DeleteMarkerEntry Owner:Owner Key:ObjectKey VersionId:-string IsLatest:-boolean LastModified:-timestamp
        structure DeleteMarkerReplication Status:DeleteMarkerReplicationStatus
        structure DeleteObjectOutput DeleteMarker:-boolean VersionId:-string RequestCharged:RequestCharged
        structure DeleteObjectTaggingOutput VersionId:-string
        structure DeleteObjectsOutput Deleted:DeletedObjects RequestCharged:RequestCharged Errors:Errors
        structure DeletedObject Key:ObjectKey VersionId:-string DeleteMarker:-boolean DeleteMarkerVersionId:-string
        structure Destination Bucket*:-string Account:-string StorageClass:StorageClass AccessControlTranslation:AccessControlTranslation EncryptionConfiguration:EncryptionConfiguration ReplicationTime:ReplicationTime Metrics:Metrics
        structure DestinationResult TableBucketType:S3TablesBucketType TableBucketArn:-string TableNamespace:-string
        structure EncryptionConfiguration ReplicaKmsKeyId:-string
        structure EndEvent
        structure Error Key:ObjectKey VersionId:-string Code:-string Message:-string
        structure ErrorDetails ErrorCode:-string ErrorMessage:-string
        structure ErrorDocument Key*:ObjectKey
        structure EventBridgeConfiguration
        structure ExistingObjectReplication Status*:ExistingObjectReplicationStatus
        structure FilterRule Name:FilterRuleName Value:-string
        structure GetBucketAbacOutput AbacStatus:AbacStatus
        structure GetBucketAccelerateConfigurationOutput Status:BucketAccelerateStatus RequestCharged:RequestCharged
        structure GetBucketAclOutput Owner:Owner Grants:Grants
        structure GetBucketAnalyticsConfigurationOutput AnalyticsConfiguration:AnalyticsConfiguration
        structure GetBucketCorsOutput CorsRules:CORSRules
        structure GetBucketEncryptionOutput ServerSideEncryptionConfiguration:ServerSideEncryptionConfiguration
        structure GetBucketIntelligentTieringConfigurationOutput IntelligentTieringConfiguration:IntelligentTieringConfiguration
        structure GetBucketInventoryConfigurationOutput InventoryConfiguration:InventoryConfiguration
        structure GetBucketLifecycleConfigurationOutput Rules:LifecycleRules TransitionDefaultMinimumObjectSize:TransitionDefaultMinimumObjectSize
        structure GetBucketLifecycleOutput Rules:Rules
        structure GetBucketLocationOutput LocationConstraint:BucketLocationConstraint
        structure GetBucketLoggingOutput LoggingEnabled:LoggingEnabled
        structure GetBucketMetadataConfigurationOutput GetBucketMetadataConfigurationResult:GetBucketMetadataConfigurationResult
        structure GetBucketMetadataConfigurationResult MetadataConfigurationResult*:MetadataConfigurationResult
        structure GetBucketMetadataTableConfigurationOutput GetBucketMetadataTableConfigurationResult:GetBucketMetadataTableConfigurationResult
        structure GetBucketMetadataTableConfigurationResult MetadataTableConfigurationResult*:MetadataTableConfigurationResult Status*:-string Error:ErrorDetails
        structure GetBucketMetricsConfigurationOutput MetricsConfiguration:MetricsConfiguration
        structure GetBucketOwnershipControlsOutput OwnershipControls:OwnershipControls
        structure GetBucketPolicyOutput Policy:-string
        structure GetBucketPolicyStatusOutput PolicyStatus:PolicyStatus
        structure GetBucketReplicationOutput ReplicationConfiguration:ReplicationConfiguration
        structure GetBucketRequestPaymentOutput Payer:Payer
        structure GetBucketTaggingOutput TagSet*:TagSet
        structure GetBucketVersioningOutput Status:BucketVersioningStatus MfaDelete:MFADeleteStatus
        structure GetBucketWebsiteOutput RedirectAllRequestsTo:RedirectAllRequestsTo IndexDocument:IndexDocument ErrorDocument:ErrorDocument RoutingRules:RoutingRules
        structure GetObjectAclOutput Owner:Owner Grants:Grants RequestCharged:RequestCharged
        structure GetObjectAttributesOutput DeleteMarker:-boolean LastModified:-timestamp VersionId:-string RequestCharged:RequestCharged ETag:-string Checksum:Checksum ObjectParts:GetObjectAttributesParts StorageClass:StorageClass ObjectSize:-integer
        structure GetObjectAttributesParts TotalPartsCount:-integer PartNumberMarker:-integer NextPartNumberMarker:-integer MaxParts:-integer IsTruncated:-boolean Parts:PartsList
        structure GetObjectLegalHoldOutput LegalHold:ObjectLockLegalHold
        structure GetObjectLockConfigurationOutput ObjectLockConfiguration:ObjectLockConfiguration
        structure GetObjectOutput Body:-blob DeleteMarker:-boolean AcceptRanges:-string Expiration:-string Restore:-string LastModified:-timestamp ContentLength:-integer ETag:-string ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string ChecksumType:ChecksumType MissingMeta:-integer VersionId:-string CacheControl:-string ContentDisposition:-string ContentEncoding:-string ContentLanguage:-string ContentRange:-string ContentType:-string Expires:-string WebsiteRedirectLocation:-string ServerSideEncryption:ServerSideEncryption Metadata:Metadata SseCustomerAlgorithm:-string SseCustomerKeyMd5:-string SsekmsKeyId:-string BucketKeyEnabled:-boolean StorageClass:StorageClass RequestCharged:RequestCharged ReplicationStatus:ReplicationStatus PartsCount:-integer TagCount:-integer ObjectLockMode:ObjectLockMode ObjectLockRetainUntilDate:-timestamp ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus
        structure GetObjectRetentionOutput Retention:ObjectLockRetention
        structure GetObjectTaggingOutput VersionId:-string TagSet*:TagSet
        structure GetObjectTorrentOutput Body:-blob RequestCharged:RequestCharged
        structure GetPublicAccessBlockOutput PublicAccessBlockConfiguration:PublicAccessBlockConfiguration
        structure Grant Grantee:Grantee Permission:Permission
        structure Grantee DisplayName:-string EmailAddress:-string Id:-string Type*:Type Uri:-string
        structure HeadBucketOutput BucketArn:S3RegionalOrS3ExpressBucketArnString BucketLocationType:LocationType BucketLocationName:-string BucketRegion:Region AccessPointAlias:-boolean
        structure HeadObjectOutput DeleteMarker:-boolean AcceptRanges:-string Expiration:-string Restore:-string ArchiveStatus:ArchiveStatus LastModified:-timestamp ContentLength:-integer ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string ChecksumType:ChecksumType ETag:-string MissingMeta:-integer VersionId:-string CacheControl:-string ContentDisposition:-string ContentEncoding:-string ContentLanguage:-string ContentType:-string ContentRange:-string Expires:-string WebsiteRedirectLocation:-string ServerSideEncryption:ServerSideEncryption Metadata:Metadata SseCustomerAlgorithm:-string SseCustomerKeyMd5:-string SsekmsKeyId:-string BucketKeyEnabled:-boolean StorageClass:StorageClass RequestCharged:RequestCharged ReplicationStatus:ReplicationStatus PartsCount:-integer TagCount:-integer ObjectLockMode:ObjectLockMode ObjectLockRetainUntilDate:-timestamp ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus
        structure IndexDocument Suffix*:-string
        structure Initiator Id:-string DisplayName:-string
        structure IntelligentTieringAndOperator Prefix:-string Tags:TagSet
        structure IntelligentTieringConfiguration Id*:-string Filter:IntelligentTieringFilter Status*:IntelligentTieringStatus Tierings*:TieringList
        structure IntelligentTieringFilter Prefix:-string Tag:Tag And:IntelligentTieringAndOperator
        structure InventoryConfiguration Destination*:InventoryDestination IsEnabled*:-boolean Filter:InventoryFilter Id*:-string IncludedObjectVersions*:InventoryIncludedObjectVersions OptionalFields:InventoryOptionalFields Schedule*:InventorySchedule
        structure InventoryDestination S3BucketDestination*:InventoryS3BucketDestination
        structure InventoryEncryption Sses3:SSES3 Ssekms:SSEKMS
        structure InventoryFilter Prefix*:-string
        structure InventoryS3BucketDestination AccountId:-string Bucket*:-string Format*:InventoryFormat Prefix:-string Encryption:InventoryEncryption
        structure InventorySchedule Frequency*:InventoryFrequency
        structure InventoryTableConfigurationResult ConfigurationState*:InventoryConfigurationState TableStatus:-string Error:ErrorDetails TableName:-string TableArn:-string
        structure JournalTableConfigurationResult TableStatus*:-string Error:ErrorDetails TableName*:-string TableArn:-string RecordExpiration*:RecordExpiration
        structure LambdaFunctionConfiguration Id:-string LambdaFunctionArn*:-string Events*:EventList Filter:NotificationConfigurationFilter
        structure LifecycleExpiration Date:-timestamp Days:-integer ExpiredObjectDeleteMarker:-boolean
        structure LifecycleRule Expiration:LifecycleExpiration Id:-string Prefix:-string Filter:LifecycleRuleFilter Status*:ExpirationStatus Transitions:TransitionList NoncurrentVersionTransitions:NoncurrentVersionTransitionList NoncurrentVersionExpiration:NoncurrentVersionExpiration AbortIncompleteMultipartUpload:AbortIncompleteMultipartUpload
        structure LifecycleRuleAndOperator Prefix:-string Tags:TagSet ObjectSizeGreaterThan:-integer ObjectSizeLessThan:-integer
        structure LifecycleRuleFilter Prefix:-string Tag:Tag ObjectSizeGreaterThan:-integer ObjectSizeLessThan:-integer And:LifecycleRuleAndOperator
        structure ListBucketAnalyticsConfigurationsOutput IsTruncated:-boolean ContinuationToken:-string NextContinuationToken:-string AnalyticsConfigurationList:AnalyticsConfigurationList
        structure ListBucketIntelligentTieringConfigurationsOutput IsTruncated:-boolean ContinuationToken:-string NextContinuationToken:-string IntelligentTieringConfigurationList:IntelligentTieringConfigurationList
        structure ListBucketInventoryConfigurationsOutput ContinuationToken:-string InventoryConfigurationList:InventoryConfigurationList IsTruncated:-boolean NextContinuationToken:-string
        structure ListBucketMetricsConfigurationsOutput IsTruncated:-boolean ContinuationToken:-string NextContinuationToken:-string MetricsConfigurationList:MetricsConfigurationList
        structure ListBucketsOutput Buckets:Buckets Owner:Owner ContinuationToken:-string Prefix:-string
        structure ListDirectoryBucketsOutput Buckets:Buckets ContinuationToken:DirectoryBucketToken
        structure ListMultipartUploadsOutput Bucket:-string KeyMarker:-string UploadIdMarker:-string NextKeyMarker:-string Prefix:-string Delimiter:-string NextUploadIdMarker:-string MaxUploads:-integer IsTruncated:-boolean Uploads:MultipartUploadList CommonPrefixes:CommonPrefixList EncodingType:EncodingType RequestCharged:RequestCharged
        structure ListObjectVersionsOutput IsTruncated:-boolean KeyMarker:-string VersionIdMarker:-string NextKeyMarker:-string NextVersionIdMarker:-string Versions:ObjectVersionList DeleteMarkers:DeleteMarkers Name:-string Prefix:-string Delimiter:-string MaxKeys:-integer CommonPrefixes:CommonPrefixList EncodingType:EncodingType RequestCharged:RequestCharged
        structure ListObjectsOutput IsTruncated:-boolean Marker:-string NextMarker:-string Contents:ObjectList Name:-string Prefix:-string Delimiter:-string MaxKeys:-integer CommonPrefixes:CommonPrefixList EncodingType:EncodingType RequestCharged:RequestCharged
        structure ListObjectsV2Output IsTruncated:-boolean Contents:ObjectList Name:-string Prefix:-string Delimiter:-string MaxKeys:-integer CommonPrefixes:CommonPrefixList EncodingType:EncodingType KeyCount:-integer ContinuationToken:-string NextContinuationToken:-string StartAfter:-string RequestCharged:RequestCharged
        structure ListPartsOutput AbortDate:-timestamp AbortRuleId:-string Bucket:-string Key:ObjectKey UploadId:-string PartNumberMarker:-integer NextPartNumberMarker:-integer MaxParts:-integer IsTruncated:-boolean Parts:Parts Initiator:Initiator Owner:Owner StorageClass:StorageClass RequestCharged:RequestCharged ChecksumAlgorithm:ChecksumAlgorithm ChecksumType:ChecksumType
        structure LoggingEnabled TargetBucket*:-string TargetGrants:TargetGrants TargetPrefix*:-string TargetObjectKeyFormat:TargetObjectKeyFormat
        structure MetadataConfigurationResult DestinationResult*:DestinationResult JournalTableConfigurationResult:JournalTableConfigurationResult InventoryTableConfigurationResult:InventoryTableConfigurationResult
        structure MetadataTableConfigurationResult S3TablesDestinationResult*:S3TablesDestinationResult
        structure Metrics Status*:MetricsStatus EventThreshold:ReplicationTimeValue
        structure MetricsAndOperator Prefix:-string Tags:TagSet AccessPointArn:-string
        structure MetricsConfiguration Id*:-string Filter:MetricsFilter
        structure MetricsFilter Prefix:-string Tag:Tag AccessPointArn:-string And:MetricsAndOperator
        structure MultipartUpload UploadId:-string Key:ObjectKey Initiated:-timestamp StorageClass:StorageClass Owner:Owner Initiator:Initiator ChecksumAlgorithm:ChecksumAlgorithm ChecksumType:ChecksumType
        structure NoncurrentVersionExpiration NoncurrentDays:-integer NewerNoncurrentVersions:-integer
        structure NoncurrentVersionTransition NoncurrentDays:-integer StorageClass:TransitionStorageClass NewerNoncurrentVersions:-integer
        structure NotificationConfiguration TopicConfigurations:TopicConfigurationList QueueConfigurations:QueueConfigurationList LambdaFunctionConfigurations:LambdaFunctionConfigurationList EventBridgeConfiguration:EventBridgeConfiguration
        structure NotificationConfigurationDeprecated TopicConfiguration:TopicConfigurationDeprecated QueueConfiguration:QueueConfigurationDeprecated CloudFunctionConfiguration:CloudFunctionConfiguration
        structure NotificationConfigurationFilter Key:S3KeyFilter
        structure Object Key:ObjectKey LastModified:-timestamp ETag:-string ChecksumAlgorithm:ChecksumAlgorithmList ChecksumType:ChecksumType Size:-integer StorageClass:ObjectStorageClass Owner:Owner RestoreStatus:RestoreStatus
        structure ObjectLockConfiguration ObjectLockEnabled:ObjectLockEnabled Rule:ObjectLockRule
        structure ObjectLockLegalHold Status:ObjectLockLegalHoldStatus
        structure ObjectLockRetention Mode:ObjectLockRetentionMode RetainUntilDate:-timestamp
        structure ObjectLockRule DefaultRetention:DefaultRetention
        structure ObjectPart PartNumber:-integer Size:-integer ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string
        structure ObjectVersion ETag:-string ChecksumAlgorithm:ChecksumAlgorithmList ChecksumType:ChecksumType Size:-integer StorageClass:ObjectVersionStorageClass Key:ObjectKey VersionId:-string IsLatest:-boolean LastModified:-timestamp Owner:Owner RestoreStatus:RestoreStatus
        structure Owner DisplayName:-string Id:-string
        structure OwnershipControls Rules*:OwnershipControlsRules
        structure OwnershipControlsRule ObjectOwnership*:ObjectOwnership
        structure Part PartNumber:-integer LastModified:-timestamp ETag:-string Size:-integer ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string
        structure PartitionedPrefix PartitionDateSource:PartitionDateSource
        structure PolicyStatus IsPublic:-boolean
        structure Progress BytesScanned:-integer BytesProcessed:-integer BytesReturned:-integer
        structure ProgressEvent Details:Progress
        structure PublicAccessBlockConfiguration BlockPublicAcls:-boolean IgnorePublicAcls:-boolean BlockPublicPolicy:-boolean RestrictPublicBuckets:-boolean
        structure PutBucketLifecycleConfigurationOutput TransitionDefaultMinimumObjectSize:TransitionDefaultMinimumObjectSize
        structure PutObjectAclOutput RequestCharged:RequestCharged
        structure PutObjectLegalHoldOutput RequestCharged:RequestCharged
        structure PutObjectLockConfigurationOutput RequestCharged:RequestCharged
        structure PutObjectOutput Expiration:-string ETag:-string ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string ChecksumType:ChecksumType ServerSideEncryption:ServerSideEncryption VersionId:-string SseCustomerAlgorithm:-string SseCustomerKeyMd5:-string SsekmsKeyId:-string SsekmsEncryptionContext:-string BucketKeyEnabled:-boolean Size:-integer RequestCharged:RequestCharged
        structure PutObjectRetentionOutput RequestCharged:RequestCharged
        structure PutObjectTaggingOutput VersionId:-string
        structure QueueConfiguration Id:-string QueueArn*:-string Events*:EventList Filter:NotificationConfigurationFilter
        structure QueueConfigurationDeprecated Id:-string Event:Event Events:EventList Queue:-string
        structure RecordExpiration Expiration*:ExpirationState Days:-integer
        structure RecordsEvent Payload:-blob
        structure Redirect HostName:-string HttpRedirectCode:-string Protocol:Protocol ReplaceKeyPrefixWith:-string ReplaceKeyWith:-string
        structure RedirectAllRequestsTo HostName*:-string Protocol:Protocol
        structure RenameObjectOutput
        structure ReplicaModifications Status*:ReplicaModificationsStatus
        structure ReplicationConfiguration Role*:-string Rules*:ReplicationRules
        structure ReplicationRule Id:-string Priority:-integer Prefix:-string Filter:ReplicationRuleFilter Status*:ReplicationRuleStatus SourceSelectionCriteria:SourceSelectionCriteria ExistingObjectReplication:ExistingObjectReplication Destination*:Destination DeleteMarkerReplication:DeleteMarkerReplication
        structure ReplicationRuleAndOperator Prefix:-string Tags:TagSet
        structure ReplicationRuleFilter Prefix:-string Tag:Tag And:ReplicationRuleAndOperator
        structure ReplicationTime Status*:ReplicationTimeStatus Time*:ReplicationTimeValue
        structure ReplicationTimeValue Minutes:-integer
        structure RestoreObjectOutput RequestCharged:RequestCharged RestoreOutputPath:-string
        structure RestoreStatus IsRestoreInProgress:-boolean RestoreExpiryDate:-timestamp
        structure RoutingRule Condition:Condition Redirect*:Redirect
        structure Rule Expiration:LifecycleExpiration Id:-string Prefix*:-string Status*:ExpirationStatus Transition:Transition NoncurrentVersionTransition:NoncurrentVersionTransition NoncurrentVersionExpiration:NoncurrentVersionExpiration AbortIncompleteMultipartUpload:AbortIncompleteMultipartUpload
        structure S3KeyFilter FilterRules:FilterRuleList
        structure S3TablesDestinationResult TableBucketArn*:-string TableName*:-string TableArn*:-string TableNamespace*:-string
        structure SSEKMS KeyId*:-string
        structure SSES3
        structure SelectObjectContentEventStream Records:RecordsEvent Stats:StatsEvent Progress:ProgressEvent Cont:ContinuationEvent End:EndEvent
        structure SelectObjectContentOutput Payload:SelectObjectContentEventStream
        structure ServerSideEncryptionByDefault SseAlgorithm*:ServerSideEncryption KmsMasterKeyId:-string
        structure ServerSideEncryptionConfiguration Rules*:ServerSideEncryptionRules
        structure ServerSideEncryptionRule ApplyServerSideEncryptionByDefault:ServerSideEncryptionByDefault BucketKeyEnabled:-boolean BlockedEncryptionTypes:BlockedEncryptionTypes
        structure SessionCredentials AccessKeyId*:-string SecretAccessKey*:-string SessionToken*:-string Expiration*:-timestamp
        structure SimplePrefix
        structure SourceSelectionCriteria SseKmsEncryptedObjects:SseKmsEncryptedObjects ReplicaModifications:ReplicaModifications
        structure SseKmsEncryptedObjects Status*:SseKmsEncryptedObjectsStatus
        structure Stats BytesScanned:-integer BytesProcessed:-integer BytesReturned:-integer
        structure StatsEvent Details:Stats
        structure StorageClassAnalysis DataExport:StorageClassAnalysisDataExport
        structure StorageClassAnalysisDataExport OutputSchemaVersion*:StorageClassAnalysisSchemaVersion Destination*:AnalyticsExportDestination
        structure Tag Key*:ObjectKey Value*:-string
        structure TargetGrant Grantee:Grantee Permission:BucketLogsPermission
        structure TargetObjectKeyFormat SimplePrefix:SimplePrefix PartitionedPrefix:PartitionedPrefix
        structure Tiering Days*:-integer AccessTier*:IntelligentTieringAccessTier
        structure TopicConfiguration Id:-string TopicArn*:-string Events*:EventList Filter:NotificationConfigurationFilter
        structure TopicConfigurationDeprecated Id:-string Events:EventList Event:Event Topic:-string
        structure Transition Date:-timestamp Days:-integer StorageClass:TransitionStorageClass
        structure UpdateObjectEncryptionResponse RequestCharged:RequestCharged
        structure UploadPartCopyOutput CopySourceVersionId:-string CopyPartResult:CopyPartResult ServerSideEncryption:ServerSideEncryption SseCustomerAlgorithm:-string SseCustomerKeyMd5:-string SsekmsKeyId:-string BucketKeyEnabled:-boolean RequestCharged:RequestCharged
        structure UploadPartOutput ServerSideEncryption:ServerSideEncryption ETag:-string ChecksumCrc32:-string ChecksumCrc32C:-string ChecksumCrc64Nvme:-string ChecksumSha1:-string ChecksumSha256:-string ChecksumSha512:-string ChecksumMd5:-string ChecksumXxhash64:-string ChecksumXxhash3:-string ChecksumXxhash128:-string SseCustomerAlgorithm:-string SseCustomerKeyMd5:-string SsekmsKeyId:-string BucketKeyEnabled:-boolean RequestCharged:RequestCharged
        timestamp -timestamp
        """#)
}
