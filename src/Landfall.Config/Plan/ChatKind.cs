namespace Landfall.Config.Plan;

/// <summary>A chat that alarms are written to.</summary>
public enum ChatKind
{
    /// <summary>Slack.</summary>
    Slack,

    /// <summary>Microsoft Teams.</summary>
    Teams,

    /// <summary>Feishu, or Lark outside China.</summary>
    Feishu,

    /// <summary>DingTalk.</summary>
    Dingtalk,

    /// <summary>WeCom.</summary>
    Wecom,
}
