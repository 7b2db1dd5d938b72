namespace Landfall.EndToEnd.Tests;

/// <summary>Data of AWS Copilot's addons, whose stacks go: as the AWS CLI sees it.</summary>
public sealed class CopilotDataTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Templates = "books-infra-templates";

    /// <summary>A service's stack, with its addons' in it, as Copilot packs them: by an address that changes with the template.</summary>
    private const string Service = """
        Parameters:
          AddonsTemplateURL: { Type: String }
        Resources:
          AddonsStack:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: !Ref AddonsTemplateURL
              Parameters: { App: books, Env: test, Name: api }
        """;

    private const string Addon = """
        Parameters:
          App: { Type: String }
          Env: { Type: String }
          Name: { Type: String }
        Resources:
          books:
            Metadata: { 'aws:copilot:description': 'An Amazon DynamoDB table for books' }
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: !Sub ${App}-${Env}-${Name}-books
              BillingMode: PAY_PER_REQUEST
              AttributeDefinitions: [{ AttributeName: isbn, AttributeType: S }]
              KeySchema: [{ AttributeName: isbn, KeyType: HASH }]
          covers:
            Type: AWS::S3::Bucket
            Properties: { BucketName: books-test-api-covers }
          seen:
            Type: AWS::SNS::Topic
        Outputs:
          booksName: { Value: !Ref books }
        """;

    [Fact]
    public async Task MigrateCopilot_AddonsKeptAsTheReportSays_DataOutlivesTheStacks()
    {
        var folder = Directory.CreateTempSubdirectory("landfall-copilot-").FullName;
        try
        {
            var addon = Path.Combine(folder, "copilot", "api", "addons", "books.yml");
            Directory.CreateDirectory(Path.GetDirectoryName(addon)!);
            File.WriteAllText(Path.Combine(folder, "copilot", "api", "manifest.yml"), "name: api\ntype: Backend Service\nimage: { location: nginx, port: 80 }\n");
            File.WriteAllText(addon, Addon);
            await cloud.AwsAsync("s3api", "create-bucket", "--bucket", Templates);
            await StackAsync("create-stack", addon, "before.yml");
            File.WriteAllText(Path.Combine(folder, "cover"), "a picture");
            await cloud.AwsAsync("s3api", "put-object", "--bucket", "books-test-api-covers", "--key", "1", "--body", Path.Combine(folder, "cover"));
            await cloud.AwsAsync("dynamodb", "put-item", "--table-name", "books-test-api-books", "--item", """{"isbn":{"S":"1"},"title":{"S":"Sea"}}""");

            (await cloud.LandfallAsync("migrate", "copilot", folder, "--region", "us-east-1")).Succeeded();
            await StackAsync("update-stack", Path.Combine(folder, "copilot-retain", "copilot", "api", "addons", "books.yml"), "after.yml");
            Assert.Equal(2, (await cloud.AwsAsync("cloudformation", "describe-stacks"))["Stacks"]!.AsArray().Count);
            await cloud.AwsAsync("cloudformation", "delete-stack", "--stack-name", "books-test-api");

            Assert.Empty((await cloud.AwsAsync("cloudformation", "describe-stacks"))["Stacks"]!.AsArray());
            Assert.Empty((await cloud.AwsAsync("sns", "list-topics"))["Topics"]!.AsArray());
            Assert.Equal("Sea", (string)(await cloud.AwsAsync("dynamodb", "get-item", "--table-name", "books-test-api-books", "--key", """{"isbn":{"S":"1"}}"""))["Item"]!["title"]!["S"]!);
            await cloud.AwsAsync("s3api", "get-object", "--bucket", "books-test-api-covers", "--key", "1", Path.Combine(folder, "again"));
            Assert.Equal("a picture", File.ReadAllText(Path.Combine(folder, "again")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task StackAsync(string operation, string template, string name)
    {
        await cloud.AwsAsync("s3api", "put-object", "--bucket", Templates, "--key", name, "--body", template);
        await cloud.AwsAsync(
            "cloudformation", operation, "--stack-name", "books-test-api", "--template-body", Service,
            "--parameters", $"ParameterKey=AddonsTemplateURL,ParameterValue=https://{Templates}.s3.amazonaws.com/{name}");
        var stacks = (await cloud.AwsAsync("cloudformation", "describe-stacks"))["Stacks"]!.AsArray();
        Assert.All(stacks, stack => Assert.EndsWith("_COMPLETE", (string)stack!["StackStatus"]!, StringComparison.Ordinal));
    }
}
