using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

public sealed class IndicatorDefinitionModel : Model<IndicatorDefinition>
{
    public IndicatorDefinitionModel()
        : base("An indicator of the ministry's catalogue, which offices link theirs to.")
    {
        SeenBy(Seen.All);
        Lists("IndicatorDefinitions");
        Order(definition => definition.Code);
        Root(
            "indicatorDefinition",
            "The indicator of the catalogue with this code, or null.",
            ("code", definition => definition.Code, "As it was defined.")
        );
        Root("indicatorDefinitions", "The ministry's catalogue of indicators, by code.");
        Key(definition => definition.Id);
        Field(definition => definition.Code, "For a program; stable.");
        Field(definition => definition.Name, "For a person.");
        Field(definition => definition.Unit, "\"ร้อยละ\" is percent.");
        Field(definition => definition.Direction, "Which results are better.");
        Field(definition => definition.Description, "What is measured, and how.");
        GroupBy("UNIT", definition => definition.Unit, "The unit.");
        GroupBy("DIRECTION", definition => definition.Direction, "Which results are better.");
    }
}
