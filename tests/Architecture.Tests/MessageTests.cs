using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Architecture.Tests;

/// <summary>Messages for people exist in both languages: their type takes both, and neither is a copy of the other.</summary>
public sealed class MessageTests
{
    private static readonly string[] Assemblies = ["Domain", "Application", "Infrastructure", "Api"];

    /// <summary>What has a message for officers, and may not have it as a plain text.</summary>
    [Theory]
    [InlineData("TeacherDevPlan.Domain.Plans.Document.PlanFault", "Message")]
    [InlineData("TeacherDevPlan.Domain.People.Importing.StaffFault", "Message")]
    [InlineData("TeacherDevPlan.Domain.Common.DomainError", "Text")]
    [InlineData("TeacherDevPlan.Domain.Findings.FindingRule", "Name")]
    [InlineData("TeacherDevPlan.Domain.Findings.FindingRule", "Meaning")]
    [InlineData("TeacherDevPlan.Domain.Findings.Fault", "Message")]
    [InlineData("TeacherDevPlan.Domain.Findings.Fault", "Location")]
    public void A_message_has_both_languages(string type, string member) =>
        typeof(Entity).Assembly.GetType(type)!.GetProperty(member)!.PropertyType.ShouldBe(typeof(LocalText));

    [Fact]
    public void No_text_that_is_written_out_lacks_its_Thai()
    {
        var texts = Assemblies.SelectMany(ThaiTexts).ToList();
        texts.Count.ShouldBeGreaterThan(200);
        texts
            .Where(text => !text.Literal.Any(letter => letter is >= 'ก' and <= 'ฮ'))
            .Select(text => $"{text.Where}: \"{text.Literal}\"")
            .ShouldBeEmpty();
    }

    /// <summary>The literals that are passed as the last argument of a message.</summary>
    private static IEnumerable<(string Where, string Literal)> ThaiTexts(string project) =>
        from type in AssemblyDefinition
            .ReadAssembly(Assembly.Load($"TeacherDevPlan.{project}").Location)
            .MainModule.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where
            instruction is { OpCode.Code: Code.Newobj, Operand: MethodReference { DeclaringType.Name: "LocalText" } }
            && instruction.Previous.OpCode.Code == Code.Ldstr
        select (method.FullName, (string)instruction.Previous.Operand);
}
