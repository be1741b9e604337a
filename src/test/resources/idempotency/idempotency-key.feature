# The scenarios of "Idempotency-Key Header Compliance" (idempot-dev/website, docs/specs/idempotency.feature), told of this service. Their titles and their
# order are kept. Where a scenario says something else here, a comment says what and why. Section numbers are those of
# draft-ietf-httpapi-idempotency-key-header-07.
#
# Left out: the scenarios with PUT, DELETE and PATCH (there is no such operation here), and those that look into the stored response of a
# request: here a key leads to the decision itself, which is shown by reading it.
Feature: Idempotency-Key of POST /api/v1/decisions

  Background:
    Given an application that can be decided

  # Section 2.1: syntax

  Scenario: Missing Idempotency-Key header on POST returns 400
    When it is posted without a key
    Then the status is 400
    And it is a problem of the type "idempotency-key-missing" that points to "section-2.1"
    And no decision is recorded

  Scenario: Empty Idempotency-Key header returns 400
    Given the field Idempotency-Key is ''
    When it is posted
    Then the status is 400
    And it is a problem of the type "idempotency-key-malformed" that points to "section-2.1"
    And no decision is recorded

  Scenario: Idempotency-Key exceeding 255 characters returns 400
    Given a key of 256 characters
    When it is posted
    Then the status is 400
    And it is a problem of the type "idempotency-key-malformed" that points to "section-2.1"

  # Of ours
  Scenario: Idempotency-Key of 255 characters is accepted
    Given a key of 255 characters
    When it is posted
    Then the status is 201

  # As a String, in double quotes, a key may hold commas
  Scenario: Idempotency-Key with commas returns 400
    Given the field Idempotency-Key is 'key,with,commas,longer-than-twenty-chars'
    When it is posted
    Then the status is 400
    And it is a problem of the type "idempotency-key-malformed" that points to "section-2.1"

  # Of ours
  Scenario Outline: What is no String and no bare key returns 400
    Given the field Idempotency-Key is '<field>'
    When it is posted
    Then the status is 400
    And it is a problem of the type "idempotency-key-malformed" that points to "section-2.1"
    And no decision is recorded

    Examples:
      | field       |
      | ""          |
      | "open       |
      | "a", "b"    |
      | "a" "b"     |
      | "a\\b"      |
      | ?1          |
      | :aGVsbG8=:, |
      | a b         |
      | "a";        |

  # Of ours
  Scenario: A String and the same letters without quotes are one key
    Given a key
    When it is posted
    And it is posted with the key in double quotes
    And it is posted with the key in double quotes and a parameter
    Then every answer was 201 with the same decision
    And 1 decision is recorded

  Scenario: Valid Idempotency-Key is accepted
    Given a key
    When it is posted
    Then the status is 201

  # Section 2.6: the first request

  # A key leads to the decision: the scenarios on the stored record, its status and its body are in this one
  Scenario: First request creates idempotency record
    Given a key
    When it is posted
    Then the status is 201
    And the decision can be read where Location says
    And 1 decision is recorded

  # Section 2.6: retries

  Scenario: Duplicate request returns cached response
    Given a key
    And it was posted before
    When it is posted
    Then the status is 201
    And every answer was 201 with the same decision

  Scenario: Duplicate request sets replay header
    Given a key
    And it was posted before
    When it is posted
    Then the header "X-Idempotent-Replayed" is "true" in this answer and was not in the first

  Scenario: Duplicate request does not duplicate resource creation
    Given a key
    And it was posted before
    When it is posted
    Then 1 decision is recorded

  Scenario: Multiple duplicate requests return cached response
    Given a key
    And it was posted before
    When it is posted
    And it is posted
    And it is posted
    Then every answer was 201 with the same decision
    And 1 decision is recorded

  # Section 2.2: uniqueness

  # The suite wants 409 here. The draft says nothing of it, and whoever files the same twice under two keys asks for two decisions.
  Scenario: Different key with same body
    Given a key
    And it was posted before
    And another key
    When it is posted
    Then the status is 201
    And 2 decisions are recorded

  Scenario: Same key with different body returns 422
    Given a key
    And it was posted before
    When another application is posted
    Then the status is 422
    And it is a problem of the type "idempotency-key-reused" that points to "section-2.2"
    And 1 decision is recorded

  # Of ours
  Scenario: Same key with a body that is no application returns 422
    Given a key
    And it was posted before
    When '{}' is posted
    Then the status is 422
    And it is a problem of the type "idempotency-key-reused" that points to "section-2.2"

  # Section 2.6: concurrent requests

  # The suite wants 409 while the first request is in process, which the draft allows. Here all of them get the one decision, once it is recorded.
  Scenario: Request during processing
    Given a key
    When it is posted 20 times at once
    Then every answer was 201 with the same decision
    And 1 decision is recorded

  # Section 2.7: errors

  Scenario: Missing key error follows RFC 9457
    When it is posted without a key
    Then the problem has type, title, status and detail

  Scenario: Key reuse error follows RFC 9457
    Given a key
    And it was posted before
    When another application is posted
    Then the problem has type, title, status and detail

  # Edge cases

  Scenario: GET requests bypass idempotency processing
    Given a key
    And it was posted before
    When the decisions are listed under the key
    Then the status is 200

  # An empty body is no application
  Scenario: Empty request body is handled
    Given a key
    When '' is posted
    Then the status is 400
    And it is a problem of the type "invalid-application"

  # Of ours
  Scenario: An application that cannot be decided uses up no key
    Given a key
    When '{}' is posted
    And it is posted
    Then the status is 201
    And 1 decision is recorded
