using System.Diagnostics;
using Landfall.Config;
using Landfall.Operations.Security;

namespace Landfall.Operations.Tests.Security;

public sealed class SecurityOperationTests
{
    private const string AsRoot = "FROM node:22\nHEALTHCHECK NONE\n";

    [Fact]
    public async Task Run_Folder_ReportsFindingsInOrder()
    {
        using var folder = new ScanFolder().With("b/Dockerfile", AsRoot).With("a.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: s, namespace: n }\nspec: { type: NodePort }\n").With("a.bin", "\0password");

        var report = await folder.ScanAsync();

        Assert.Equal([("a.yaml", 4, "k8s-node-port", "Service/s"), ("b/Dockerfile", 1, "docker-root-user", "node:22/FROM")], report.Findings.Select(f => (f.File, f.Line, f.Rule, f.Resource)));
        Assert.Equal(2, report.Files);
        Assert.True(report.Failed);
    }

    [Theory]
    [InlineData("High", true)]
    [InlineData("Critical", false)]
    public async Task Run_FailOn_IsTheLeastSeverityThatFails(string failOn, bool fails)
    {
        using var folder = new ScanFolder().With("Dockerfile", AsRoot);

        Assert.Equal(fails, (await folder.ScanAsync(Enum.Parse<Severity>(failOn))).Failed);
    }

    [Fact]
    public async Task Run_OneFile_ScansThatAlone()
    {
        using var folder = new ScanFolder().With("Dockerfile", AsRoot).With("other/Dockerfile", AsRoot);

        Assert.Equal("Dockerfile", Assert.Single((await folder.ScanAsync(below: "Dockerfile")).Findings).File);
    }

    [Fact]
    public async Task Run_NoSuchFolder_SaysSo()
    {
        using var folder = new ScanFolder();

        var failure = await Assert.ThrowsAsync<LandfallException>(() => folder.ScanAsync(below: "absent"));

        Assert.Equal(ErrorCodes.ScanFolder, failure.Code);
    }

    [Theory]
    [InlineData("chart/templates/web.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\n", "Helm")]
    [InlineData("broken.yaml", "apiVersion: v1\nkind: Pod\nspec: [", "Line ")]
    [InlineData("cycle.yaml", "apiVersion: v1\nkind: Pod\nspec: *nothing\n", "anchor")]
    public async Task Run_WhatCannotBeRead_IsSaid(string name, string text, string reason)
    {
        using var folder = new ScanFolder().With(name, text);

        var unread = Assert.Single((await folder.ScanAsync()).Unread);

        Assert.Equal(name, unread.File);
        Assert.Contains(reason, unread.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BrokenSecondDocument_JudgesTheFirst()
    {
        using var folder = new ScanFolder().With("a.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: s, namespace: n }\nspec: { type: NodePort }\n---\nkind: [\n");

        var report = await folder.ScanAsync();

        Assert.Equal("k8s-node-port", Assert.Single(report.Findings).Rule);
        Assert.Single(report.Unread);
    }

    [Theory]
    [InlineData("""{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }""", "aws-iam-administrator")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } }""", "aws-public-principal")]
    [InlineData("""{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }] }""", null)]
    [InlineData("""{ "Statement": "Effect: Allow", "Effect": "Allow" }""", null)]
    public async Task Run_PolicyInAFileOfItsOwn_IsJudged(string policy, string? rule)
    {
        using var folder = new ScanFolder().With("policy.json", policy);

        Assert.Equal(rule is null ? [] : [rule], (await folder.ScanAsync()).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public async Task Run_HugeFile_IsSaid()
    {
        using var folder = new ScanFolder().With("big.txt", new string('a', (1024 * 1024) + 1));

        Assert.Equal(new UnreadFile("big.txt", "It is larger than 1 MiB."), Assert.Single((await folder.ScanAsync()).Unread));
    }

    [Fact]
    public async Task Run_WhatGitIgnores_IsLeftOut()
    {
        RequiredTool.OrSkip("git", "apt-get install git");
        using var folder = new ScanFolder().With("Dockerfile", AsRoot).With("out/Dockerfile", AsRoot).With(".gitignore", "out/\n").With("node_modules/x/Dockerfile", AsRoot);
        var before = (await folder.ScanAsync()).Findings.Select(f => f.File).ToList();
        using (var git = Process.Start(new ProcessStartInfo("git", ["init", "-q", folder.Path]))!)
            await git.WaitForExitAsync(TestContext.Current.CancellationToken);

        var after = (await folder.ScanAsync()).Findings.Select(f => f.File);

        Assert.Equal(["Dockerfile", "out/Dockerfile"], before);
        Assert.Equal(["Dockerfile"], after);
        Assert.Equal("Dockerfile", Assert.Single((await folder.ScanAsync(below: "out")).Findings).File);
    }

    [Fact]
    public async Task Run_SecretInAFile_IsNotRepeated()
    {
        const string Secret = "q8Zr2LmXv9TkW4b";
        using var folder = new ScanFolder().With("a.py", $"password = \"{Secret}\"\n");

        var finding = Assert.Single((await folder.ScanAsync()).Findings);

        Assert.DoesNotContain(Secret, finding.ToString(), StringComparison.Ordinal);
    }
}
