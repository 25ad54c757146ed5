namespace TeacherDevPlan.Domain.Indicators;

/// <summary>Whether higher or lower results of an indicator are better.</summary>
public enum IndicatorDirection
{
    HigherIsBetter,

    /// <summary>For example drop-outs or complaints; the target is a ceiling.</summary>
    LowerIsBetter,
}
