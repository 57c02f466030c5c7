# AWS's stock sample "Orchestrate Lambda functions" for Terraform: five functions, a queue, a topic, the machine that ties them, and
# roles that may do what it does and nothing else.
#
#   newel up                                   in one terminal
#   terraform init && terraform apply          in another, after the two `export` lines that newel up prints

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

# Credentials, region and endpoint come from the environment: AWS_ENDPOINT_URL leads to Newel.
provider "aws" {
  skip_metadata_api_check = true
  s3_use_path_style       = true
}

locals {
  functions = ["CheckStockPrice", "GenerateBuySellRecommendation", "BuyStock", "SellStock", "ApproveSqs"]
  called    = slice(local.functions, 0, 4)
}

data "aws_iam_policy_document" "lambda_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "states_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "functions" {
  name               = "stock-functions"
  assume_role_policy = data.aws_iam_policy_document.lambda_trust.json
}

resource "aws_iam_role" "approver" {
  name               = "stock-approver"
  assume_role_policy = data.aws_iam_policy_document.lambda_trust.json
}

resource "aws_iam_role_policy" "approver" {
  name = "approve"
  role = aws_iam_role.approver.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = aws_sqs_queue.approval.arn
      },
      { Effect = "Allow", Action = ["states:SendTaskSuccess", "states:SendTaskFailure"], Resource = "*" },
    ]
  })
}

resource "aws_lambda_function" "function" {
  for_each      = toset(local.functions)
  function_name = "stock-${each.key}"
  role          = each.key == "ApproveSqs" ? aws_iam_role.approver.arn : aws_iam_role.functions.arn
  package_type  = "Image"
  image_uri     = "plugin://${each.key}"
  timeout       = 10
}

resource "aws_sqs_queue" "approval" {
  name                       = "stock-approval"
  visibility_timeout_seconds = 60
}

resource "aws_lambda_event_source_mapping" "approval" {
  event_source_arn = aws_sqs_queue.approval.arn
  function_name    = aws_lambda_function.function["ApproveSqs"].arn
  batch_size       = 1
  depends_on       = [aws_iam_role_policy.approver]
}

resource "aws_sns_topic" "result" {
  name = "stock-result"
}

resource "aws_iam_role" "machine" {
  name               = "stock-machine"
  assume_role_policy = data.aws_iam_policy_document.states_trust.json
}

resource "aws_iam_role_policy" "machine" {
  name = "what-the-tasks-do"
  role = aws_iam_role.machine.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [for name in local.called : {
        Effect = "Allow", Action = "lambda:InvokeFunction", Resource = aws_lambda_function.function[name].arn
      }],
      [
        { Effect = "Allow", Action = "sqs:SendMessage*", Resource = aws_sqs_queue.approval.arn },
        { Effect = "Allow", Action = "sns:Publish", Resource = aws_sns_topic.result.arn },
      ],
    )
  })
}

resource "aws_sfn_state_machine" "trade" {
  name     = "stock-trade"
  role_arn = aws_iam_role.machine.arn
  definition = templatefile("${path.module}/../OrchestrateLambdaFunctions/definition.asl.json", {
    CheckStockPriceLambda               = aws_lambda_function.function["CheckStockPrice"].arn
    GenerateBuySellRecommendationLambda = aws_lambda_function.function["GenerateBuySellRecommendation"].arn
    BuyStockLambda                      = aws_lambda_function.function["BuyStock"].arn
    SellStockLambda                     = aws_lambda_function.function["SellStock"].arn
    RequestHumanApprovalSqs             = aws_sqs_queue.approval.url
    ReportResultSnsTopic                = aws_sns_topic.result.arn
  })
  depends_on = [aws_iam_role_policy.machine]
}

output "machine" {
  value = aws_sfn_state_machine.trade.arn
}
