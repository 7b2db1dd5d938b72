using System.Text.Json.Nodes;
using Amazon.SimpleSystemsManagement;
using Landfall.Aws.SystemsManager;

namespace Landfall.Aws.Tests.SystemsManager;

public sealed class ParameterStoreTests
{
    private static readonly StubAnswer NotFound = new(400, """{"__type":"ParameterNotFound"}""");

    [Fact]
    public async Task FindAsync_ParameterIsThere_GivesItsValue()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"Parameter":{"Name":"/shop/dev/x","Type":"String","Value":"21","Version":1}}"""));

        Assert.Equal("21", await Call(aws, store => store.FindAsync("/shop/dev/x", TestContext.Current.CancellationToken)));

        var request = Assert.Single(aws.Requests);
        Assert.Equal("AmazonSSM.GetParameter", request.Headers["X-Amz-Target"]);
        Assert.Equal("/shop/dev/x", (string?)JsonNode.Parse(request.Body)!["Name"]);
        Assert.Contains("Credential=AKIDEXAMPLE/", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains($"/{StubSession.Region}/ssm/", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_NoSuchParameter_GivesNull()
    {
        using var aws = HttpStub.InTurn(NotFound);

        Assert.Null(await Call(aws, store => store.FindAsync("/x", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ListAsync_SeveralPages_GivesAllBelowThePath()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """{"Parameters":[{"Name":"/shop/dev/a","Value":"1"}],"NextToken":"more"}"""),
            new StubAnswer(200, """{"Parameters":[{"Name":"/shop/dev/b/c","Value":"2"}]}"""));

        var values = await Call(aws, store => store.ListAsync("/shop/dev", TestContext.Current.CancellationToken));

        Assert.Equal(new Dictionary<string, string> { ["/shop/dev/a"] = "1", ["/shop/dev/b/c"] = "2" }, values);
        var asked = aws.Requests.Select(request => JsonNode.Parse(request.Body)!).ToList();
        Assert.All(asked, body => Assert.Equal(("/shop/dev", true), ((string?)body["Path"], (bool?)body["Recursive"])));
        Assert.Equal([null, "more"], asked.Select(body => (string?)body["NextToken"]));
    }

    [Fact]
    public async Task FindVersionAsync_ParameterIsThere_GivesValueAndVersion()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"Parameter":{"Name":"/x","Value":"21","Version":7}}"""));

        Assert.Equal(new VersionedParameter("21", 7), await Call(aws, store => store.FindVersionAsync("/x", TestContext.Current.CancellationToken)));

        Assert.Equal("/x", (string?)JsonNode.Parse(Assert.Single(aws.Requests).Body)!["Name"]);
    }

    [Fact]
    public async Task FindVersionAsync_NoSuchParameter_GivesNull()
    {
        using var aws = HttpStub.InTurn(NotFound);

        Assert.Null(await Call(aws, store => store.FindVersionAsync("/x", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ReplaceAsync_AnyParameter_OverwritesAndGivesTheVersion()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"Version":8}"""));

        Assert.Equal(8, await Call(aws, store => store.ReplaceAsync("/x", "mine", TestContext.Current.CancellationToken)));

        var body = JsonNode.Parse(Assert.Single(aws.Requests).Body)!;
        Assert.Equal(("/x", "mine", true), ((string?)body["Name"], (string?)body["Value"], (bool?)body["Overwrite"]));
    }

    [Fact]
    public async Task FindAsync_NotAllowed_Throws()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"AccessDeniedException","message":"User is not authorized to perform: ssm:GetParameter"}"""));

        var e = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(
            () => Call(aws, store => store.FindAsync("/x", TestContext.Current.CancellationToken)));

        Assert.Equal("AccessDeniedException", e.ErrorCode);
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task FindAsync_ServerErrorsForAWhile_AsksFiveTimes()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(503, ""));

        await Assert.ThrowsAnyAsync<AmazonSimpleSystemsManagementException>(
            () => Call(aws, store => store.FindAsync("/x", TestContext.Current.CancellationToken)));

        Assert.Equal(5, aws.Requests.Count);
    }

    [Fact]
    public async Task TryCreateAsync_NameIsFree_CreatesWithoutOverwriting()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"Version":1,"Tier":"Standard"}"""));

        Assert.True(await Call(aws, store => store.TryCreateAsync("/x", "mine", TestContext.Current.CancellationToken)));

        var request = Assert.Single(aws.Requests);
        Assert.Equal("AmazonSSM.PutParameter", request.Headers["X-Amz-Target"]);
        var body = JsonNode.Parse(request.Body)!;
        Assert.Equal("mine", (string?)body["Value"]);
        Assert.Equal("String", (string?)body["Type"]);
        Assert.NotEqual(true, (bool?)body["Overwrite"]);
    }

    [Fact]
    public async Task TryCreateAsync_NameIsTaken_SaysSo()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"ParameterAlreadyExists","message":"The parameter already exists."}"""));

        Assert.False(await Call(aws, store => store.TryCreateAsync("/x", "mine", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task DeleteAsync_ParameterIsThere_DeletesIt()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));

        Assert.True(await Call(aws, store => store.DeleteAsync("/x", TestContext.Current.CancellationToken)));

        var request = Assert.Single(aws.Requests);
        Assert.Equal("AmazonSSM.DeleteParameter", request.Headers["X-Amz-Target"]);
        Assert.Equal("/x", (string?)JsonNode.Parse(request.Body)!["Name"]);
    }

    [Fact]
    public async Task DeleteAsync_NoSuchParameter_SaysSo()
    {
        using var aws = HttpStub.InTurn(NotFound);

        Assert.False(await Call(aws, store => store.DeleteAsync("/x", TestContext.Current.CancellationToken)));
    }

    private static async Task<T> Call<T>(HttpStub aws, Func<ParameterStore, Task<T>> call)
    {
        using var session = StubSession.To(aws);
        using var store = new ParameterStore(session);
        return await call(store);
    }
}
