using Landfall.Checks.Expectations;
using Landfall.Checks.Format;

namespace Landfall.Checks.Tests.Format;

public sealed class CheckFileReaderTests
{
    private const string Whole = """
        @base = http://localhost:8080
        @version = v1

        # What the health check asks, and more.
        # @name health
        # @expect status 200
        # @expect time < 500ms
        GET {{base}}/api/{{version}}/health HTTP/1.1
        Accept: application/json
        # @expect json $.status == "ok"

        ### Sign in
        # @name login
        POST /api/login
          ?remember=1
          &lang=en
        Content-Type: application/json

        { "user": "probe", "version": "{{version}}" }

        ###
        // @no-redirect
        // @expect status 302,303
        {{base}}/old?token={{login.response.body.$.token}}
        """;

    [Fact]
    public void Read_AWholeFile_GivesItsRequests()
    {
        var file = Read(Whole);

        Assert.Equal("http://localhost:8080", file.Base);
        Assert.Equal(["health", "login", "GET /old?token={{login.response.body.$.token}}"], file.Requests.Select(r => r.Title));
        Assert.Equal(["GET /api/v1/health", "POST /api/login?remember=1&lang=en", "GET /old?token={{login.response.body.$.token}}"], file.Requests.Select(r => $"{r.Method} {r.Target}"));
        Assert.Equal([8, 14, 24], file.Requests.Select(r => r.Line));
        Assert.Equal([KeyValuePair.Create("Accept", "application/json")], file.Requests[0].Headers);
        Assert.Equal("""{ "user": "probe", "version": "v1" }""", file.Requests[1].Body);
        Assert.Equal([true, true, false], file.Requests.Select(r => r.FollowsRedirects));
        Assert.Equal([typeof(StatusExpectation), typeof(TimeExpectation), typeof(JsonExpectation)], file.Requests[0].Expectations.Select(e => e.GetType()));
    }

    [Fact]
    public void Read_ARequestWithoutAStatus_ExpectsSuccess() =>
        Assert.Equal(["2xx"], Assert.IsType<StatusExpectation>(Assert.Single(Read("GET /health").Requests[0].Expectations)).Allowed);

    [Theory]
    [InlineData("", 1, 1, "no request")]
    [InlineData("\nGET https://example.com/", 2, 5, "asks the service that is deployed and nothing else")]
    [InlineData("GET //example.com/", 1, 5, "asks the service that is deployed")]
    [InlineData("FETCH /health", 1, 1, "'FETCH' is not a method")]
    [InlineData("GET /two words", 1, 10, "ends at a space")]
    [InlineData("GET /{{nobody}}", 1, 6, "'{{nobody}}' is not known here")]
    [InlineData("GET /{{login.response.body.$.token}}", 1, 6, "is not known here")]
    [InlineData("GET /a\nno header", 2, 1, "is not a header")]
    [InlineData("# @expect status two\nGET /a", 1, 11, "'two' is not a status")]
    [InlineData("# @expect colour red\nGET /a", 1, 11, "'colour' cannot be expected")]
    [InlineData("# @expect json status == 1\nGET /a", 1, 11, "is not a path")]
    [InlineData("# @expect json $.a == ok\nGET /a", 1, 11, "Write text in quotes: \"ok\"")]
    [InlineData("# @expect json $.a < \"ok\"\nGET /a", 1, 11, "compares numbers")]
    [InlineData("# @expect time < 11s\nGET /a", 1, 11, "longer than a check waits")]
    [InlineData("# @expect time 5s\nGET /a", 1, 11, "is not a time")]
    [InlineData("# @expect header\nGET /a", 1, 11, "is not a header and what it has to be")]
    [InlineData("# @expect body\nGET /a", 1, 11, "is not a comparison")]
    [InlineData("# @expct status 200\nGET /a", 1, 3, "'@expct' is not known")]
    [InlineData("# @expect status 301\nGET /a", 1, 1, "Add '# @no-redirect'")]
    [InlineData("# @expect status 200", 1, 1, "no request")]
    [InlineData("# @name a\nGET /a\n###\n# @name a\nGET /b", 4, 9, "is called 'a' already")]
    [InlineData("GET /a\n\n# @expect status 200", 3, 1, "would be sent")]
    [InlineData("POST /a\n\n< ./body.json", 3, 1, "Write the body here")]
    [InlineData("GET /a\n\n> {% client.test() %}", 3, 1, "Scripts are not run")]
    public void Read_AFault_SaysWhereAndWhatToDo(string text, int line, int column, string message)
    {
        var reading = CheckFileReader.Read(text);

        Assert.Null(reading.File);
        var fault = reading.Faults[0];
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_ReportsAllInOrder() =>
        Assert.Equal([1, 2, 4], CheckFileReader.Read("# @expect status x\nFETCH /\n###\nGET nowhere").Faults.Select(fault => fault.Line));

    [Fact]
    public void Read_WhatIsTooLargeOrNoText_SaysSo()
    {
        Assert.Contains("are the most", CheckFileReader.Read(new byte[CheckLimits.FileBytes + 1]).Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", CheckFileReader.Read([0xff, 0xfe, 0x00]).Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("101 requests", CheckFileReader.Read(string.Join("\n###\n", Enumerable.Repeat("GET /", 101))).Faults[0].Message, StringComparison.Ordinal);
    }

    private static CheckFile Read(string text)
    {
        var reading = CheckFileReader.Read(text);
        Assert.Empty(reading.Faults);
        return reading.File!;
    }
}
