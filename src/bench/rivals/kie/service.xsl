<?xml version="1.0" encoding="UTF-8"?>
<!--
  Makes of kie.dmn a model that a service answers with one call: the tables stay as they are. What Java does around them elsewhere is said in FEEL:
  each document is examined, missing and expired documents are found, and the findings are counted.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:d="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" exclude-result-prefixes="d">
  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- of one document: parameters of table B -->
  <xsl:template match="d:inputData[@name = 'docKind' or @name = 'translated' or @name = 'notarised']"/>
  <!-- counted now -->
  <xsl:template match="d:inputData[@name = 'denials' or @name = 'fatal' or @name = 'missing' or @name = 'expired' or @name = 'translation']"/>
  <xsl:template match="d:decision[@name = 'verdict']//d:requiredInput[@href != '#in_service']">
    <requiredDecision href="#{substring-after(@href, '#in_')}"/>
  </xsl:template>

  <xsl:template match="d:decision[@name = 'translation']">
    <businessKnowledgeModel id="translationCodes" name="translationCodes">
      <variable name="translationCodes"/>
      <encapsulatedLogic>
        <formalParameter name="script" typeRef="string"/>
        <formalParameter name="docKind" typeRef="string"/>
        <formalParameter name="translated" typeRef="boolean"/>
        <formalParameter name="notarised" typeRef="boolean"/>
        <formalParameter name="category" typeRef="string"/>
        <xsl:apply-templates select="d:decisionTable"/>
      </encapsulatedLogic>
    </businessKnowledgeModel>
    <decision id="translations" name="translations">
      <variable name="translations" typeRef="texts"/>
      <informationRequirement>
        <requiredInput href="#in_script"/>
      </informationRequirement>
      <informationRequirement>
        <requiredInput href="#in_category"/>
      </informationRequirement>
      <informationRequirement>
        <requiredInput href="#in_documents"/>
      </informationRequirement>
      <knowledgeRequirement>
        <requiredKnowledge href="#translationCodes"/>
      </knowledgeRequirement>
      <literalExpression>
        <text>flatten(for d in documents return for code in translationCodes(script, d.kind, d.translated, d.notarised, category) return code + "/" + d.kind)</text>
      </literalExpression>
    </decision>
  </xsl:template>

  <xsl:template match="d:itemDefinition[@name = 'texts']">
    <xsl:copy-of select="."/>
    <itemDefinition id="document" name="document">
      <itemComponent id="document_kind" name="kind">
        <typeRef>string</typeRef>
      </itemComponent>
      <itemComponent id="document_validUntil" name="validUntil">
        <typeRef>date</typeRef>
      </itemComponent>
      <itemComponent id="document_notarised" name="notarised">
        <typeRef>boolean</typeRef>
      </itemComponent>
      <itemComponent id="document_translated" name="translated">
        <typeRef>boolean</typeRef>
      </itemComponent>
    </itemDefinition>
    <itemDefinition id="documents" name="documents" isCollection="true">
      <typeRef>document</typeRef>
    </itemDefinition>
  </xsl:template>

  <xsl:template match="d:decision[@name = 'verdict']">
    <inputData id="in_filingDate" name="filingDate">
      <variable name="filingDate" typeRef="date"/>
    </inputData>
    <inputData id="in_documents" name="documents">
      <variable name="documents" typeRef="documents"/>
    </inputData>
    <decision id="missingDocuments" name="missingDocuments">
      <variable name="missingDocuments" typeRef="texts"/>
      <informationRequirement>
        <requiredDecision href="#required"/>
      </informationRequirement>
      <informationRequirement>
        <requiredInput href="#in_documents"/>
      </informationRequirement>
      <literalExpression>
        <text>distinct values(required[not(list contains(documents.kind, item))])</text>
      </literalExpression>
    </decision>
    <decision id="expiredDocuments" name="expiredDocuments">
      <variable name="expiredDocuments" typeRef="texts"/>
      <informationRequirement>
        <requiredDecision href="#required"/>
      </informationRequirement>
      <informationRequirement>
        <requiredInput href="#in_documents"/>
      </informationRequirement>
      <informationRequirement>
        <requiredInput href="#in_filingDate"/>
      </informationRequirement>
      <literalExpression>
        <text>documents[validUntil &lt; filingDate and list contains(required, kind)].kind</text>
      </literalExpression>
    </decision>
    <xsl:call-template name="count">
      <xsl:with-param name="name">denials</xsl:with-param>
      <xsl:with-param name="of">denial</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="count">
      <xsl:with-param name="name">fatal</xsl:with-param>
      <xsl:with-param name="of">denial</xsl:with-param>
      <xsl:with-param name="type">boolean</xsl:with-param>
      <xsl:with-param name="as">some code in denial satisfies code in ("G01", "G02", "G03", "G04", "G05", "G06")</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="count">
      <xsl:with-param name="name">missing</xsl:with-param>
      <xsl:with-param name="of">missingDocuments</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="count">
      <xsl:with-param name="name">expired</xsl:with-param>
      <xsl:with-param name="of">expiredDocuments</xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="count">
      <xsl:with-param name="name">translation</xsl:with-param>
      <xsl:with-param name="of">translations</xsl:with-param>
    </xsl:call-template>
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="count">
    <xsl:param name="name"/>
    <xsl:param name="of"/>
    <xsl:param name="type">number</xsl:param>
    <xsl:param name="as" select="concat('count(', $of, ')')"/>
    <decision id="{$name}" name="{$name}">
      <variable name="{$name}" typeRef="{$type}"/>
      <informationRequirement>
        <requiredDecision href="#{$of}"/>
      </informationRequirement>
      <literalExpression>
        <text>
          <xsl:value-of select="$as"/>
        </text>
      </literalExpression>
    </decision>
  </xsl:template>
</xsl:stylesheet>
