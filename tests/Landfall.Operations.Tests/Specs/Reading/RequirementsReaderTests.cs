using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Tests.Specs.Reading;

public sealed class RequirementsReaderTests
{
    [Fact]
    public void Read_File_GivesRequirementsWithTheirChecks()
    {
        var (requirements, faults) = RequirementsReader.Read("r.md", """
            # Requirements

            Prose that shall not be read.

            ## R1 Two tasks

            The api shall run
            at least two tasks.

            > Because one may fail.

            - `check: service api scale.min >= 2`
            check: plan protect = true

            ### SEC-2.1: Encrypted

            While it stands, the database shall be encrypted.

            ```check
            resource AWS::RDS::DBCluster StorageEncrypted = true

            no resource AWS::EC2::NatGateway
            ```

            ## Notes

            Nothing here shall be read.
            """);

        Assert.Empty(faults);
        Assert.Equal([("R1", "Two tasks", 5, EarsKind.Ubiquitous), ("SEC-2.1", "Encrypted", 15, EarsKind.State)], requirements.Select(one => (one.Id, one.Title, one.Line, one.Sentence!.Kind)));
        Assert.Equal("run at least two tasks", requirements[0].Sentence!.Response);
        Assert.Equal([(12, "service api scale.min >= 2"), (13, "plan protect = true")], requirements[0].Checks.Select(check => (check.Line, check.Text)));
        Assert.Equal([20, 22], requirements[1].Checks.Select(check => check.Line));
    }

    [Theory]
    [InlineData("## R1 A\n\nThe a shall b.\n\n## R1 B\n\nThe a shall c.\n", 5, "'R1' stands at line 1 already")]
    [InlineData("## R1 A\n", 1, "says nothing")]
    [InlineData("## R1\n\nThe a shall b.\n", 1, "has no title")]
    [InlineData("## R1 A\n\nThe a shall b.\n\nIt also does c.\n", 5, "second sentence")]
    [InlineData("## R1 A\n\nThe a does b.\n", 3, "no 'shall'")]
    [InlineData("check: plan protect = true\n", 1, "under no requirement")]
    [InlineData("## R1 A\n\nThe a shall b.\n\n`check: nonsense`\n", 5, "is no check")]
    [InlineData("## R1 A\r\n\r\nThe a does b.\r\n", 3, "no 'shall'")]
    public void Read_Fault_HasItsLine(string text, int line, string message)
    {
        var fault = Assert.Single(RequirementsReader.Read("specs/a/requirements.md", text).Faults);

        Assert.Equal(("specs/a/requirements.md", line), (fault.File, fault.Line));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("```check\nplan protect = true")]
    [InlineData("## R1 A\n```\ncheck: x\n")]
    [InlineData("\uFEFF#\n##\n###### \n- \n`check:`\n")]
    [InlineData("## R99999999999999999999 A\n## R1.1.1.1 B\n")]
    public void Read_StrangeFile_NeverThrows(string text) => Assert.All(RequirementsReader.Read("r.md", text).Faults, fault => Assert.True(fault.Line > 0));

    [Fact]
    public void Tasks_Lines_NameTheirRequirements() => Assert.Equal(
        [(1, false, "R1,SEC-2"), (2, true, ""), (4, true, "R3")],
        TasksReader.Read("- [ ] Do (this) (R1, SEC-2)\n* [x] Other\n- no task (R2)\n  - [X] Third (R3)\n").Select(task => (task.Line, task.Done, string.Join(',', task.Requirements))));
}
