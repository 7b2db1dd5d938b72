using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NotifyValidatorTests
{
    [Fact]
    public void Validate_NeitherMailNorHttps_IsReported() =>
        Assert.Equal(["4:10 LF1316", "4:15 LF1316", "4:35 LF1316", "4:78 LF1316", "4:91 LF1316"], SmallFile.Problems(
            """
            notify: [ops, http://example.com, a@b@c.com, a@b.com, https://example.com/x, "a\n@b.com", "https://a.com/\n"]
            """));

    [Theory]
    [InlineData("https://hooks.slack.com/services/T0/B0/hush", "Slack")]
    [InlineData("https://acme.webhook.office.com/webhookb2/hush", "Teams")]
    [InlineData("https://prod-1.westeurope.logic.azure.com:443/workflows/hush", "Teams")]
    [InlineData("https://default0.a.environment.api.powerplatform.com/hush", "Teams")]
    [InlineData("https://open.feishu.cn/open-apis/bot/v2/hook/hush", "Feishu")]
    [InlineData("https://oapi.dingtalk.com/robot/send?access_token=hush", "DingTalk")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=hush", "WeCom")]
    public void Validate_WebhookOfAChat_IsRefusedWithoutSayingIt(string address, string chat)
    {
        var problem = Assert.Single(TestLoad.Problems(SmallFile.Head + $"notify: [\"{address}\"]\n"));

        Assert.Contains($"LF1316 This is a webhook of {chat}, which cannot confirm", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notify: { slack: hook }", null)]
    [InlineData("notify: [ops@example.com, { teams: hook, wecom: other }]", null)]
    [InlineData("notify: { dingtalk: hook, sign: other }", null)]
    [InlineData("notify: { slack: hock }", "4:18 LF1201")]
    [InlineData("notify: { slack: https://hooks.slack.com/services/T0/B0/x }", "4:18 LF1201")]
    [InlineData("notify: { feishu: hook, sign: none }", "4:31 LF1201")]
    [InlineData("notify: [{ slack: hook }, { slack: hook }]", "4:36 LF1204")]
    [InlineData("notify: { feishu: hook, dingtalk: other, sign: hook }", "4:48 LF1316")]
    [InlineData("notify: [{}]", "4:10 LF1316")]
    [InlineData("notify: { slak: hook }", "4:11 LF1101")]
    public void Validate_Chat_NamesASecretOfItsOwn(string notify, string? problem) => Assert.Equal(
        problem, SmallFile.Problems($"{notify}\nsecrets: {{ hook: {{}}, other: {{}} }}").FirstOrDefault());

    [Fact]
    public void Validate_AddressInPlaceOfASecret_IsNotRepeated() =>
        Assert.DoesNotContain("T0", Assert.Single(TestLoad.Problems(SmallFile.Head + "notify: { slack: https://hooks.slack.com/services/T0/B0/x }\nsecrets: { hook: {} }\n")), StringComparison.Ordinal);

    [Fact]
    public void Validate_SignOfAChatThatSignsNothing_HasNoEffect() =>
        Assert.Equal(["4:30 LF1318"], SmallFile.Warnings("notify: { slack: hook, sign: other }\nsecrets: { hook: {}, other: {} }"));

    [Theory]
    [InlineData("https://events.pagerduty.com/integration/0/enqueue")]
    [InlineData("https://hooks.slack.com.example.com/x")]
    [InlineData("https://notdiscord.com/x")]
    public void Validate_WebhookThatMayConfirm_IsTaken(string address) => Assert.Empty(SmallFile.Problems($"notify: [\"{address}\"]\n"));
}
