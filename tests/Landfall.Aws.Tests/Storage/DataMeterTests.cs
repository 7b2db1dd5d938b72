using Landfall.Aws.Storage;

namespace Landfall.Aws.Tests.Storage;

public sealed class DataMeterTests
{
    [Theory]
    [InlineData("AWS::Cognito::UserPool", "us-east-1_a", """{"UserPool":{"EstimatedNumberOfUsers":1234}}""", "about 1,234 users")]
    [InlineData("AWS::Cognito::UserPool", "us-east-1_a", """{"UserPool":{}}""", null)]
    [InlineData("AWS::Logs::LogGroup", "/shop/dev/api", """{"logGroups":[{"logGroupName":"/shop/dev/api","storedBytes":2048}]}""", "2,048 bytes, as counted within the last day")]
    [InlineData("AWS::Logs::LogGroup", "/shop/dev/api", """{"logGroups":[{"logGroupName":"/shop/dev/api-2","storedBytes":2048}]}""", null)]
    [InlineData("AWS::EFS::FileSystem", "fs-1", """{"FileSystems":[{"SizeInBytes":{"Value":1}}]}""", "about 1 byte")]
    [InlineData("AWS::EFS::FileSystem", "fs-1", """{"FileSystems":[]}""", null)]
    [InlineData("AWS::IAM::Role", "role", "{}", null)]
    public async Task MeasureAsync_Resource_SaysHowMuchItHolds(string type, string id, string answer, string? expected)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, answer));

        Assert.Equal(expected, await new DataMeter(StubSession.To(aws)).MeasureAsync(type, id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("AWS::Cognito::UserPool")]
    [InlineData("AWS::Logs::LogGroup")]
    [InlineData("AWS::EFS::FileSystem")]
    public async Task MeasureAsync_MayNotBeRead_SaysNothing(string type)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"AccessDeniedException","message":"no"}"""));

        Assert.Null(await new DataMeter(StubSession.To(aws)).MeasureAsync(type, "x", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MeasureAsync_FileSystem_IsAskedForByItsId()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));

        await new DataMeter(StubSession.To(aws)).MeasureAsync("AWS::EFS::FileSystem", "fs-1", TestContext.Current.CancellationToken);

        Assert.Equal(("GET", "/2015-02-01/file-systems?FileSystemId=fs-1"), (aws.Requests[0].Method, aws.Requests[0].PathAndQuery));
    }
}
