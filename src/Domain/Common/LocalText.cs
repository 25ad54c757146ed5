namespace TeacherDevPlan.Domain.Common;

/// <summary>A message for people, in both languages of the service.</summary>
public sealed record LocalText(string English, string Thai);
