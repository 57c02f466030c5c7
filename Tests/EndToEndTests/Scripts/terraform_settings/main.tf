# One of nearly everything that Terraform's AWS provider makes with services that are served here, with settings that must read back as they are written.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  skip_metadata_api_check = true
  s3_use_path_style       = true
  default_tags { tags = { stack = "settings" } }
}

data "aws_caller_identity" "me" {}
data "aws_region" "here" {}

resource "aws_iam_role" "worker" {
  name = "settings-worker"
  path = "/made/"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role" "reader" {
  name                 = "settings-reader"
  max_session_duration = 7200
  description          = "reads"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = aws_iam_role.worker.arn } }]
  })
}

resource "aws_iam_role_policy_attachment" "basic" {
  for_each   = { basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", reads = "arn:aws:iam::aws:policy/ReadOnlyAccess", writes = aws_iam_policy.writes.arn }
  role       = aws_iam_role.worker.name
  policy_arn = each.value
}

resource "aws_iam_policy" "writes" {
  name = "settings-writes"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["sqs:*", "sns:Publish", "xray:PutTraceSegments"], Resource = "*" }]
  })
}

resource "aws_sqs_queue" "dead" {
  name                      = "settings-dead"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "work" {
  name                       = "settings-work"
  delay_seconds              = 1
  visibility_timeout_seconds = 90
  sqs_managed_sse_enabled    = true
  redrive_policy             = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 4 })
  tags                       = { team = "trade" }
}

resource "aws_sqs_queue" "ordered" {
  name                        = "settings-ordered.fifo"
  fifo_queue                  = true
  content_based_deduplication = true
  deduplication_scope         = "messageGroup"
  fifo_throughput_limit       = "perMessageGroupId"
}

resource "aws_sns_topic" "news" {
  name         = "settings-news"
  display_name = "News"
  tags         = { team = "trade" }
}

resource "aws_sns_topic_policy" "news" {
  arn = aws_sns_topic.news.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "mine", Effect = "Allow", Action = "sns:Publish", Resource = aws_sns_topic.news.arn, Principal = { AWS = data.aws_caller_identity.me.account_id } }]
  })
}

resource "aws_sns_topic_subscription" "work" {
  topic_arn            = aws_sns_topic.news.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.work.arn
  raw_message_delivery = true
  filter_policy        = jsonencode({ kind = ["a", "b"] })
  redrive_policy       = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn })
}

resource "aws_lambda_function" "worker" {
  function_name                  = "settings-worker"
  description                    = "works"
  role                           = aws_iam_role.worker.arn
  package_type                   = "Image"
  image_uri                      = "plugin://CheckStockPrice"
  timeout                        = 10
  memory_size                    = 256
  reserved_concurrent_executions = 3
  architectures                  = ["x86_64"]
  publish                        = true
  environment { variables = { MODE = "dry" } }
  ephemeral_storage { size = 1024 }
  tracing_config { mode = "Active" }
  dead_letter_config { target_arn = aws_sqs_queue.dead.arn }
  tags       = { team = "trade" }
  depends_on = [aws_iam_role_policy_attachment.basic]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "what is used"
  function_name    = aws_lambda_function.worker.function_name
  function_version = aws_lambda_function.worker.version
}

resource "aws_lambda_function_event_invoke_config" "worker" {
  function_name                = aws_lambda_function.worker.function_name
  maximum_event_age_in_seconds = 120
  maximum_retry_attempts       = 1
  destination_config {
    on_failure { destination = aws_sqs_queue.dead.arn }
    on_success { destination = aws_sns_topic.news.arn }
  }
}

resource "aws_lambda_function_url" "worker" {
  function_name      = aws_lambda_function.worker.function_name
  qualifier          = aws_lambda_alias.live.name
  authorization_type = "NONE"
  cors {
    allow_origins = ["https://example.com"]
    allow_methods = ["POST"]
    max_age       = 60
  }
}

resource "aws_lambda_permission" "bucket" {
  statement_id   = "bucket"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.worker.function_name
  principal      = "s3.amazonaws.com"
  source_arn     = aws_s3_bucket.shelf.arn
  source_account = data.aws_caller_identity.me.account_id
}

resource "aws_lambda_event_source_mapping" "work" {
  event_source_arn                   = aws_sqs_queue.work.arn
  function_name                      = aws_lambda_function.worker.arn
  batch_size                         = 5
  maximum_batching_window_in_seconds = 2
  function_response_types            = ["ReportBatchItemFailures"]
  scaling_config { maximum_concurrency = 2 }
  filter_criteria {
    filter { pattern = jsonencode({ body = { kind = ["a"] } }) }
  }
  tags       = { team = "trade" }
  depends_on = [aws_iam_role_policy_attachment.basic]
}

resource "aws_s3_bucket" "shelf" {
  bucket = "settings-shelf"
  tags   = { team = "trade" }
}

resource "aws_s3_bucket_versioning" "shelf" {
  bucket = aws_s3_bucket.shelf.id
  versioning_configuration { status = "Suspended" }
}

resource "aws_s3_bucket_public_access_block" "shelf" {
  bucket              = aws_s3_bucket.shelf.id
  block_public_acls   = true
  block_public_policy = true
}

resource "aws_s3_bucket_notification" "shelf" {
  bucket      = aws_s3_bucket.shelf.id
  eventbridge = true
  queue {
    queue_arn     = aws_sqs_queue.work.arn
    events        = ["s3:ObjectCreated:*"]
    filter_prefix = "in/"
    filter_suffix = ".json"
  }
  lambda_function {
    lambda_function_arn = aws_lambda_function.worker.arn
    events              = ["s3:ObjectRemoved:*"]
  }
  depends_on = [aws_lambda_permission.bucket]
}

resource "aws_s3_object" "note" {
  bucket       = aws_s3_bucket.shelf.id
  key          = "in/note.json"
  content      = "{}"
  content_type = "application/json"
}

resource "aws_cloudwatch_log_group" "worker" {
  name              = "/settings/worker"
  retention_in_days = 7
}

resource "aws_ssm_parameter" "mode" {
  name        = "/settings/mode"
  type        = "String"
  value       = "dry"
  description = "how"
}

resource "aws_ssm_parameter" "secret" {
  name  = "/settings/secret"
  type  = "SecureString"
  value = "s3cret"
}

resource "aws_kms_key" "key" {
  description             = "settings"
  deletion_window_in_days = 7
}

resource "aws_kms_alias" "key" {
  name          = "alias/settings"
  target_key_id = aws_kms_key.key.key_id
}

resource "aws_cloudwatch_event_bus" "own" { name = "settings" }

resource "aws_cloudwatch_event_rule" "every" {
  name                = "settings-every"
  schedule_expression = "rate(1 hour)"
  state               = "DISABLED"
}

resource "aws_cloudwatch_event_rule" "matching" {
  name           = "settings-matching"
  event_bus_name = aws_cloudwatch_event_bus.own.name
  event_pattern  = jsonencode({ source = ["app"] })
}

resource "aws_cloudwatch_event_target" "work" {
  rule           = aws_cloudwatch_event_rule.matching.name
  event_bus_name = aws_cloudwatch_event_bus.own.name
  target_id      = "work"
  arn            = aws_sqs_queue.work.arn
  input_transformer {
    input_paths    = { kind = "$.detail.kind" }
    input_template = "{\"kind\": <kind>}"
  }
  retry_policy {
    maximum_event_age_in_seconds = 300
    maximum_retry_attempts       = 2
  }
  dead_letter_config { arn = aws_sqs_queue.dead.arn }
}

resource "aws_iam_role" "machine" {
  name = "settings-machine"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "states.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "machine" {
  name   = "logs"
  role   = aws_iam_role.machine.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "logs:*", Resource = "*" }] })
}

resource "aws_sfn_state_machine" "quick" {
  name     = "settings-quick"
  type     = "EXPRESS"
  publish  = true
  role_arn = aws_iam_role.machine.arn
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Pass", End = true } } })
  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
    log_destination        = "${aws_cloudwatch_log_group.worker.arn}:*"
  }
  tracing_configuration { enabled = true }
  tags       = { team = "trade" }
  depends_on = [aws_iam_role_policy.machine]
}

resource "aws_sfn_alias" "live" {
  name = "live"
  routing_configuration {
    state_machine_version_arn = aws_sfn_state_machine.quick.state_machine_version_arn
    weight                    = 100
  }
}

resource "aws_sfn_activity" "paint" { name = "settings-paint" }

resource "aws_iam_user" "ci" { name = "settings-ci" }
resource "aws_iam_group" "staff" { name = "settings-staff" }
resource "aws_iam_user_group_membership" "ci" {
  user   = aws_iam_user.ci.name
  groups = [aws_iam_group.staff.name]
}
resource "aws_iam_access_key" "ci" { user = aws_iam_user.ci.name }

resource "aws_cloudformation_stack" "inner" {
  name          = "settings-inner"
  template_body = jsonencode({ Resources = { Q = { Type = "AWS::SQS::Queue" } }, Outputs = { Url = { Value = { Ref = "Q" } } } })
}
