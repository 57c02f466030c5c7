extension PolicyTemplateTable {
    /// Templates of services that are not served here.
    static let elsewhere = [
        several("AMIDescribePolicy", [], [("ec2: DescribeImages", ["*"])]),
        several("AcmGetCertificatePolicy", ["CertificateArn"], [("acm: GetCertificate", ["${certificateArn}"])]),
        several(
            "AthenaQueryPolicy", ["WorkGroupName"],
            [
                (
                    "athena: ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs "
                        + "GetNamespaces GetTables GetTable", ["*"]
                ),
                (
                    "athena: StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery "
                        + "ListQueryExecutions StopQueryExecution GetQueryResultsStream ListNamedQueries "
                        + "CreateNamedQuery GetQueryExecution BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup",
                    [arn("athena", "workgroup/${workGroupName}")]
                ),
            ]),
        one(
            "CodeCommitCrudPolicy", "RepositoryName",
            "codecommit: GitPull GitPush CreateBranch DeleteBranch GetBranch ListBranches "
                + "MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay "
                + "UpdateDefaultBranch BatchDescribeMergeConflicts CreateUnreferencedMergeCommit "
                + "DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests "
                + "CreatePullRequest DescribePullRequestEvents GetCommentsForPullRequest "
                + "GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests "
                + "MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay "
                + "PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus "
                + "UpdatePullRequestTitle DeleteFile GetBlob GetFile GetFolder PutFile DeleteCommentContent "
                + "GetComment GetCommentsForComparedCommit PostCommentForComparedCommit PostCommentReply "
                + "UpdateComment BatchGetCommits CreateCommit GetCommit GetCommitHistory GetDifferences "
                + "GetObjectIdentifier GetReferences GetTree GetRepository UpdateRepositoryDescription "
                + "ListTagsForResource TagResource UntagResource GetRepositoryTriggers PutRepositoryTriggers "
                + "TestRepositoryTriggers GetBranch GetCommit UploadArchive GetUploadArchiveStatus "
                + "CancelUploadArchive", "${repositoryName}"),
        one(
            "CodeCommitReadPolicy", "RepositoryName",
            "codecommit: GitPull GetBranch ListBranches BatchDescribeMergeConflicts "
                + "DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests "
                + "DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase "
                + "GetMergeConflicts GetPullRequest ListPullRequests GetBlob GetFile GetFolder GetComment "
                + "GetCommentsForComparedCommit BatchGetCommits GetCommit GetCommitHistory GetDifferences "
                + "GetObjectIdentifier GetReferences GetTree GetRepository ListTagsForResource "
                + "GetRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit GetUploadArchiveStatus",
            "${repositoryName}"),
        several(
            "CodePipelineLambdaExecutionPolicy", [], [("codepipeline: PutJobSuccessResult PutJobFailureResult", ["*"])]),
        one("CodePipelineReadOnlyPolicy", "PipelineName", "codepipeline: ListPipelineExecutions", "${pipelineName}"),
        several(
            "ComprehendBasicAccessPolicy", [],
            [
                (
                    "comprehend: BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities "
                        + "DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment", ["*"]
                )
            ]),
        several(
            "CostExplorerReadOnlyPolicy", [],
            [
                (
                    "ce: GetCostAndUsage GetDimensionValues GetReservationCoverage "
                        + "GetReservationPurchaseRecommendation GetReservationUtilization GetTags", ["*"]
                )
            ]),
        one("EC2CopyImagePolicy", "ImageId", "ec2: CopyImage", "image/${imageId}"),
        several("EC2DescribePolicy", [], [("ec2: DescribeRegions DescribeInstances", ["*"])]),
        PolicyTemplate(
            name: "EFSWriteAccessPolicy", parameters: ["FileSystem", "AccessPoint"],
            statements: [
                .init(
                    actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
                    resources: [arn("elasticfilesystem", "file-system/${fileSystem}")],
                    condition: (
                        "StringEquals", "elasticfilesystem:AccessPointArn",
                        arn("elasticfilesystem", "access-point/${accessPoint}")
                    ))
            ]),
        several("EKSDescribePolicy", [], [("eks: DescribeCluster ListClusters", ["*"])]),
        one("EcsRunTaskPolicy", "TaskDefinition", "ecs: RunTask", "task-definition/${taskDefinition}"),
        one(
            "ElasticMapReduceAddJobFlowStepsPolicy", "ClusterId", "elasticmapreduce: AddJobFlowSteps",
            "cluster/${clusterId}"),
        one("ElasticMapReduceCancelStepsPolicy", "ClusterId", "elasticmapreduce: CancelSteps", "cluster/${clusterId}"),
        one(
            "ElasticMapReduceModifyInstanceFleetPolicy", "ClusterId",
            "elasticmapreduce: ModifyInstanceFleet ListInstanceFleets", "cluster/${clusterId}"),
        one(
            "ElasticMapReduceModifyInstanceGroupsPolicy", "ClusterId",
            "elasticmapreduce: ModifyInstanceGroups ListInstanceGroups", "cluster/${clusterId}"),
        one(
            "ElasticMapReduceSetTerminationProtectionPolicy", "ClusterId", "elasticmapreduce: SetTerminationProtection",
            "cluster/${clusterId}"),
        one(
            "ElasticMapReduceTerminateJobFlowsPolicy", "ClusterId", "elasticmapreduce: TerminateJobFlows",
            "cluster/${clusterId}"),
        one("ElasticsearchHttpPostPolicy", "DomainName", "es: ESHttpPost ESHttpPut", "domain/${domainName}/*"),
        one(
            "FirehoseCrudPolicy", "DeliveryStreamName",
            "firehose: CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord "
                + "PutRecordBatch UpdateDestination", "deliverystream/${deliveryStreamName}"),
        one(
            "FirehoseWritePolicy", "DeliveryStreamName", "firehose: PutRecord PutRecordBatch",
            "deliverystream/${deliveryStreamName}"),
        one(
            "KinesisCrudPolicy", "StreamName",
            "kinesis: AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream "
                + "DescribeStream DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod "
                + "ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream",
            "stream/${streamName}"),
        several(
            "KinesisStreamReadPolicy", ["StreamName"],
            [
                ("kinesis: ListStreams DescribeLimits", [arn("kinesis", "stream/*")]),
                (
                    "kinesis: DescribeStream DescribeStreamSummary GetRecords GetShardIterator",
                    [arn("kinesis", "stream/${streamName}")]
                ),
            ]),
        several("MobileAnalyticsWriteOnlyAccessPolicy", [], [("mobileanalytics: PutEvents", ["*"])]),
        several("OrganizationsListAccountsPolicy", [], [("organizations: ListAccounts", ["*"])]),
        one(
            "PinpointEndpointAccessPolicy", "PinpointApplicationId",
            "mobiletargeting: GetEndpoint UpdateEndpoint UpdateEndpointsBatch",
            "apps/${pinpointApplicationId}/endpoints/*"),
        several(
            "PollyFullAccessPolicy", ["LexiconName"],
            [
                ("polly: GetLexicon DeleteLexicon", [arn("polly", "lexicon/${lexiconName}")]),
                ("polly: DescribeVoices ListLexicons PutLexicon SynthesizeSpeech", [arn("polly", "lexicon/*")]),
            ]),
        several(
            "RekognitionDetectOnlyPolicy", [],
            [("rekognition: DetectFaces DetectLabels DetectModerationLabels DetectText", ["*"])]),
        one(
            "RekognitionFacesManagementPolicy", "CollectionId",
            "rekognition: IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces", "collection/${collectionId}"
        ),
        several("RekognitionFacesPolicy", [], [("rekognition: CompareFaces DetectFaces", ["*"])]),
        several("RekognitionLabelsPolicy", [], [("rekognition: DetectLabels DetectModerationLabels", ["*"])]),
        one(
            "RekognitionNoDataAccessPolicy", "CollectionId",
            "rekognition: CompareFaces DetectFaces DetectLabels DetectModerationLabels", "collection/${collectionId}"),
        one(
            "RekognitionReadPolicy", "CollectionId",
            "rekognition: ListCollections ListFaces SearchFaces SearchFacesByImage", "collection/${collectionId}"),
        one(
            "RekognitionWriteOnlyAccessPolicy", "CollectionId", "rekognition: CreateCollection IndexFaces",
            "collection/${collectionId}"),
        several(
            "Route53ChangeResourceRecordSetsPolicy", ["HostedZoneId"],
            [("route53: ChangeResourceRecordSets", ["arn:${AWS::Partition}:route53:::hostedzone/${hostedZoneId}"])]),
        one(
            "SESBulkTemplatedCrudPolicy", "IdentityName",
            "ses: GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail "
                + "SendBulkTemplatedEmail VerifyEmailIdentity", "identity/${identityName}"),
        several(
            "SESBulkTemplatedCrudPolicy_v2", ["IdentityName", "TemplateName"],
            [
                (
                    "ses: SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail",
                    [arn("ses", "identity/${identityName}"), arn("ses", "template/${templateName}")]
                ), ("ses: GetIdentityVerificationAttributes VerifyEmailIdentity", ["*"]),
            ]),
        one(
            "SESCrudPolicy", "IdentityName",
            "ses: GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity",
            "identity/${identityName}"),
        several(
            "SESEmailTemplateCrudPolicy", [],
            [("ses: CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate", ["*"])]),
        one("SESSendBouncePolicy", "IdentityName", "ses: SendBounce", "identity/${identityName}"),
        one(
            "SageMakerCreateEndpointConfigPolicy", "EndpointConfigName", "sagemaker: CreateEndpointConfig",
            "endpoint-config/${endpointConfigName}"),
        one("SageMakerCreateEndpointPolicy", "EndpointName", "sagemaker: CreateEndpoint", "endpoint/${endpointName}"),
        several(
            "ServerlessRepoReadWriteAccessPolicy", [],
            [
                (
                    "serverlessrepo: CreateApplication CreateApplicationVersion UpdateApplication GetApplication "
                        + "ListApplications ListApplicationVersions ListApplicationDependencies",
                    [arn("serverlessrepo", "applications/*")]
                )
            ]),
        several(
            "TextractDetectAnalyzePolicy", [],
            [("textract: DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument", ["*"])]),
        several("TextractGetResultPolicy", [], [("textract: GetDocumentTextDetection GetDocumentAnalysis", ["*"])]),
        several("TextractPolicy", [], [("textract: *", ["*"])]),
    ]
}
