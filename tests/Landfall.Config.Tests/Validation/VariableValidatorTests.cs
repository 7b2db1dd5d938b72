using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class VariableValidatorTests
{
    [Fact]
    public void Validate_VariableOfAUse_IsReportedAtTheUse() =>
        Assert.Equal(["6:62 LF1207"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id } }
            services:
              a: { type: internal, image: n, env: { T_TABLE: x }, uses: [t] }
            """));

    [Fact]
    public void Validate_TwoUsesWithOnePrefix_IsReportedAtTheSecond() =>
        Assert.Equal(["6:46 LF1207"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id }, u: { partitionKey: id } }
            services:
              a: { type: internal, image: n, uses: [t, { u: { prefix: T } }] }
            """));

    [Fact]
    public void Validate_SameUseTwice_IsReportedOnce() =>
        Assert.Equal(["6:44 LF1205"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id } }
            services:
              a: { type: internal, image: n, uses: [t, t] }
            """));

    [Fact]
    public void Validate_NameBeginningWithADigit_IsReported() =>
        Assert.Equal(["5:41 LF1503"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, env: { 1A: x } }
            """));

    [Theory]
    [InlineData("${DB_URL}", "${env:DB_URL}")]
    [InlineData("${{ secrets.KEY }}", "${env:KEY}")]
    [InlineData("postgres://{{ .Values.host }}/db", "${env:HOST}")]
    [InlineData("$DB", "${env:DB}")]
    public void Validate_ValueWithAnotherToolsPlaceholder_IsAWarningWithTheRightForm(string value, string form)
    {
        var problem = Assert.Single(TestLoad.Text($"{SmallFile.Head}services: {{ a: {{ type: internal, image: n, env: {{ A: '{value}' }} }} }}\n").Problems);

        Assert.Equal((ProblemSeverity.Warning, ErrorCodes.Placeholder), (problem.Severity, problem.Code));
        Assert.Contains(form, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{resolve:secretsmanager:db:SecretString:password}}")]
    [InlineData("postgres://u:{{resolve:ssm-secure:/db/password}}@h")]
    public void Validate_ValueThatWouldHoldASecret_IsReported(string value) =>
        Assert.Equal(["9:7 LF1109", "14:11 LF1109"], SmallFile.Problems(
            $"""
            services:
              a:
                type: internal
                image: n
                env:
                  A: '{value}'
                sidecars:
                  s:
                    image: n
                    env:
                      B: '{value}'
            """));

    [Theory]
    [InlineData("{{resolve:ssm:/shop/level}}")]
    [InlineData("costs $5 {a}")]
    [InlineData("a{{b c}}")]
    public void Validate_ValueWithoutAPlaceholder_IsLeft(string value) =>
        Assert.Empty(TestLoad.Text($"{SmallFile.Head}services: {{ a: {{ type: internal, image: n, env: {{ A: '{value}' }} }} }}\n").Problems);
}
