namespace TeacherDevPlan.SampleData;

/// <summary>The published plan that a new instance starts with: Nong Khai 2, fiscal year 2566.</summary>
public static class SamplePlan
{
    public const string OfficeCode = "TH-43-P2";

    public static ReadOnlyMemory<byte> Read()
    {
        using var stream = typeof(SamplePlan).Assembly.GetManifestResourceStream("plan-fy2566.json")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
